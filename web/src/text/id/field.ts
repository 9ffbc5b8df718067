/** What is wrong with a field of a form. */
export const fieldText = {
  required: 'Wajib diisi.',
  wrongForm: 'Bentuknya belum benar.',
  atLeast: (length: number) => (length <= 1 ? 'Wajib diisi.' : `Sedikitnya ${length} huruf.`),
  atMost: (length: number) => `Paling banyak ${length} huruf.`,
  tooFew: (least: number) => `Sedikitnya ${least}.`,
  tooMany: (most: number) => `Paling banyak ${most}.`,
  optional: 'boleh kosong',
  show: 'Tampilkan',
  hide: 'Sembunyikan',
} as const;
