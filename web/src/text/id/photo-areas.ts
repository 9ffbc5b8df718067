/** Hiding parts of a photo: words of the editor, wherever it stands. */
export const photoAreasText = {
  stage: 'Foto; gambarlah bidang di atas wajah, pelat nomor atau nama',
  result: 'Foto seperti yang dilihat orang luar',
  hint: 'Seret di atas foto untuk menutup wajah, pelat nomor atau nama. Bidang yang sudah ada dapat digeser dan ditarik sudutnya.',
  add: 'Tambah bidang',
  preview: 'Lihat hasilnya',
  list: 'Bidang yang disamarkan',
  none: 'Belum ada bidang.',
  area: (number: number, of: number): string => `Bidang ${number} dari ${of}`,
  keys: 'panah menggeser, Shift + panah mengubah ukuran, Delete menghapus',
  remove: (number: number): string => `Hapus bidang ${number}`,
  full: 'Bidangnya sudah sebanyak yang dapat disimpan. Bila masih ada yang harus ditutup, jangan perlihatkan foto ini.',
} as const;
