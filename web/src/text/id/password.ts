/** Choosing a password, wherever that is. */
export const passwordText = {
  hint: 'Sedikitnya 12 huruf. Empat atau lima kata yang tidak berhubungan mudah diingat dan sulit ditebak; nama dan alamat surel Anda tidak.',
  lacking: (count: number) => `Masih kurang ${count} huruf.`,
  enough: 'Panjangnya cukup.',
  differs: 'Kedua kata sandi belum sama.',
} as const;
