/** What could become of answers on this device before they are sent, and what to do about it. */
export const fieldConcernsText = {
  'not-kept': {
    title: 'Peramban ini tidak menyimpan jawaban',
    body: 'Jawaban hilang kalau halaman ini ditutup sebelum terkirim. Buka Patuh di jendela biasa, bukan jendela penyamaran.',
  },
  'may-not-keep': {
    title: 'Mungkin ini jendela penyamaran',
    body: 'Jawaban tersimpan selama jendela ini terbuka, mungkin tidak sesudahnya. Pakai jendela biasa, atau kirim sebelum menutupnya.',
  },
  'answers-only': {
    title: 'Ruang di perangkat hampir habis',
    body: 'Jawaban masih dapat disimpan, foto tidak. Hapus berkas atau aplikasi yang tidak dipakai.',
  },
  scarce: {
    title: 'Ruang di perangkat tinggal sedikit',
    body: 'Hapus berkas atau aplikasi yang tidak dipakai sebelum ruangnya habis. Jawaban yang sudah tersimpan tetap aman.',
  },
  'one-copy': {
    title: 'Hanya satu salinan',
    body: 'Peramban ini tidak dapat membuat salinan kedua. Kirim atau simpan berkas sesering mungkin.',
  },
  'not-promised': {
    title: 'Peramban belum berjanji menyimpan seterusnya',
    body: 'Kalau ruang perangkat habis, peramban dapat menghapus data. Pasang Patuh di layar utama dan jaga ruang kosong.',
  },
} as const;
