/** Handing in, and recording that a unit could not be assessed. */
export const fieldSubmitText = {
  title: 'Serahkan unit',
  lead: 'Setelah diserahkan, jawaban tidak dapat diubah kecuali verifikator mengembalikannya.',
  blocksTitle: 'Belum dapat diserahkan',
  readyTitle: 'Siap diserahkan',
  ready: (answers: number, users: number) => `${answers} jawaban lengkap, ${users} pengguna diwawancarai.`,
  promise: 'Dengan menyerahkan, Anda menyatakan jawaban ini sesuai dengan yang Anda lihat dan dengar di unit.',
  photos: {
    mayFollow:
      'Unit boleh diserahkan sekarang; foto dan dokumen menyusul sendiri. Verifikator baru dapat menerima unit setelah semuanya sampai.',
    here: (count: number) => `${count} di HP ini: biarkan aplikasi terbuka di tempat bersinyal.`,
    elsewhere: (count: number) => `${count} di HP rekan: minta rekan membuka Patuh di tempat bersinyal.`,
    lost: (count: number) =>
      `${count} hilang dari HP ini sebelum terkirim: buka buktinya, lalu ambil ulang atau hapus.`,
    refused: (count: number) => `${count} tidak diterima server: buka buktinya dan ikuti petunjuk di sana.`,
  },
  submit: 'Serahkan sekarang',
  silent: {
    asking: 'Menanyakan perangkat tim…',
    noList:
      'Perangkat rekan belum dapat ditanyakan. Menyerahkan juga perlu jaringan: cari sinyal, lalu coba lagi. Tidak ada jawaban yang hilang.',
    title: 'Mungkin masih ada jawaban di perangkat rekan',
    intro: 'Setelah unit diserahkan, jawaban yang baru sampai dicatat terlambat.',
    device: (person: string, device: string | null) => (device === null ? person : `${person}, ${device}`),
    because: {
      waiting: (heard: string, count: number) =>
        `menyimpan ${count} jawaban yang belum terkirim, kabar terakhir ${heard}`,
      'not-since-its-edit': (heard: string) => `tidak terdengar lagi sejak mengisi unit ini, kabar terakhir ${heard}`,
      'not-for-a-day': (heard: string) => `lebih dari sehari tidak terdengar, kabar terakhir ${heard}`,
    },
    never: 'belum pernah',
    todo: (person: string) =>
      `Hubungi ${person}: buka Patuh di tempat bersinyal sampai semua lampu hijau, atau minta berkasnya.`,
    sure: 'Sudah saya pastikan',
  },
  submitting: {
    sending: 'Mengirim isian yang tersisa…',
    comparing: 'Mencocokkan jawaban dengan server…',
    handing: 'Menyerahkan…',
  },
  notSent: (count: number) => `Masih ada ${count} jawaban yang belum terkirim, jadi unit belum diserahkan.`,
  notReached: 'Server belum dapat dihubungi, jadi unit belum diserahkan. Tidak ada isian yang hilang.',
  differs:
    'Isian di server baru saja berubah, mungkin oleh rekan satu tim. Daftar di bawah sudah diperbarui; periksa, lalu serahkan lagi.',
  foundThere: 'Server masih menemukan kekurangan. Daftar di bawah sudah diperbarui.',
  doneTitle: 'Unit sudah diserahkan',
  doneBody: 'Verifikator akan memeriksa. Bila ada yang dikembalikan, Anda melihatnya di pertanyaannya.',
  doneLink: 'Ke unit lain',
  openFirst: (count: number) => `${count} pertanyaan`,
  notAssessed: {
    title: 'Unit tidak dapat dinilai',
    lead: 'Dicatat bersama alasannya. Unit ini tidak dihitung sebagai nol, tetapi dikeluarkan dari nilai pemerintah daerah.',
    reason: 'Alasan',
    reasonMissing: 'Pilih satu alasan.',
    note: 'Penjelasan',
    noteHint: 'Sedikitnya 10 huruf: kapan didatangi, siapa yang ditemui, mengapa tidak dapat dinilai.',
    submit: 'Catat tidak dinilai',
    confirmTitle: 'Catat unit ini tidak dinilai?',
    confirmBody: 'Penilaian unit ini ditutup. Jawaban yang sudah ada tetap tersimpan di server.',
    cancel: 'Batal',
    noEvidence: 'Tambahkan dulu sedikitnya satu bukti di atas, misalnya foto pintu yang tertutup.',
    unsent: 'Masih ada isian yang belum terkirim. Kirim dulu, supaya tidak ada yang tertinggal.',
  },
} as const;
