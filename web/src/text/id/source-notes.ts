/**
 * Notes and sources travel in publications as they were recorded, some of them in English. A publication never changes,
 * so only what a reader is shown is put into Indonesian: each phrase exactly as recorded, with what it says.
 */
const PHRASES: readonly (readonly [recorded: string, shown: string])[] = [
  ['by elimination from 12 green and 10 yellow', 'disimpulkan: sisa dari 12 hijau dan 10 kuning yang diterbitkan'],
  ['a later article prints 80.43', 'berita yang terbit kemudian menulis 80,43'],
  ['one of the two lowest in the province', 'termasuk dua nilai terendah di provinsi ini'],
  ['third lowest of 22 after Sabu Raijua and Alor', 'terendah ketiga dari 22, setelah Sabu Raijua dan Alor'],
  [
    'Opini Ombudsman (new method): not comparable with 2024',
    'Opini Ombudsman (metode baru): tidak dapat dibandingkan dengan 2024',
  ],
];

/** A recorded note or source as it is shown: known English phrases in Indonesian, everything else as it stands. */
export function shownNote(recorded: string): string {
  return PHRASES.reduce((text, [from, to]) => text.replaceAll(from, to), recorded);
}
