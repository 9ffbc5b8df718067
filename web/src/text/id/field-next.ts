/** Where one goes on in a unit: on its card and above its contents. */
export const fieldNextText = {
  start: 'Mulai mengisi',
  goOn: 'Lanjutkan',
  question: (question: string, subject: string) => `${question} · ${subject}`,
  addUsers: (missing: number) => `Wawancarai ${missing} pengguna lagi`,
  repair: 'Perbaiki',
  points: (count: number) => `${count} butir dikembalikan`,
  look: 'Lihat jawaban',
} as const;
