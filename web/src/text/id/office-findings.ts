import type { Finding } from '@patuh/shared/contracts/checks';

import { subjectText } from './office-unit.ts';

/** What the automatic checks found, as the office reads it. `other` is the indicator that it contradicts. */
export function findingSentence(finding: Finding, other: string): string {
  const { kind, count, subjectKind } = finding;
  const found = count?.found ?? 0;
  const needed = count?.needed ?? 0;
  const people = subjectText.kind[subjectKind ?? 'user'].toLowerCase();
  return SENTENCES[kind]({ found, needed, other, people });
}

interface Words {
  readonly found: number;
  readonly needed: number;
  readonly other: string;
  readonly people: string;
}

const SENTENCES: Readonly<Record<Finding['kind'], (words: Words) => string>> = {
  'missing-answer': () => 'Belum dijawab.',
  'missing-profile': () => 'Profil pengguna belum diisi.',
  'missing-product-name': () => 'Nama produk layanan belum diisi.',
  'conflict-open': () => 'Dua orang memasukkan nilai berbeda dan belum diselesaikan.',
  'too-few-users': ({ found, needed }) => `Hanya ${found} pengguna diwawancarai; minimum ${needed}.`,
  'fewer-users-than-target': ({ found, needed }) => `${found} dari target ${needed} pengguna diwawancarai.`,
  'few-users-without-reason': () => 'Pengguna kurang dari target tanpa alasan.',
  'too-few-subjects': ({ found, needed, people }) => `Hanya ${found} ${people}; minimum ${needed}.`,
  'same-person-unknown': () => 'Orang yang sama menunjuk kepada orang yang tidak ada.',
  contradiction: ({ other }) => `Tampak bertentangan dengan: ${other}.`,
  'answers-alike': ({ found, needed, people }) =>
    `${found} dari ${needed} ${people} menjawab sama persis. Itu bisa wajar; periksa cara wawancaranya.`,
  'interview-too-fast': ({ found, needed }) =>
    `Wawancara tercatat dalam ${found} detik; membacakan pertanyaannya saja sedikitnya ${needed} detik.`,
  'returned-point-open': () => 'Butir yang dikembalikan belum dijawab.',
  'missing-evidence': () => 'Bukti yang diminta rubrik tidak ada.',
  'photo-alike': () => 'Foto ini sama atau hampir sama dengan foto lain di unit ini.',
  'far-from-unit': ({ found }) => `Foto diambil ${found} meter dari letak unit.`,
  'visit-not-recorded': () => 'Berita acara kunjungan tidak lengkap.',
};
