/** Where the data is: the three lights, and the line about them on every screen of the field. */
export const fieldLightsText = {
  label: 'Pengiriman',
  lights: 'Tempat data',
  names: { device: 'Di perangkat ini', answers: 'Jawaban di server', photos: 'Foto di server' },
  device: {
    'two-copies': 'dua salinan',
    'one-copy': 'satu salinan',
    'not-kept': 'belum tersimpan tetap',
    failing: 'sebagian tidak dapat disimpan',
  },
  allThere: (when: string) => `semua, ${when}`,
  waiting: (count: number, since: string | undefined) =>
    since === undefined ? `${count} belum terkirim` : `${count} belum terkirim, sejak ${since}`,
  refused: (count: number) => `${count} tidak diterima`,
  unconfirmed: 'belum dicocokkan',
  photos: { 'none-yet': 'belum ada foto' },
  /** The same in the header, where there is room for one word each. */
  short: {
    names: { device: 'Perangkat', answers: 'Jawaban', photos: 'Foto' },
    device: { 'two-copies': '2 salinan', 'one-copy': '1 salinan', 'not-kept': 'belum tetap', failing: 'gagal' },
    allThere: 'di server',
    waiting: (count: number) => `${count} belum`,
    refused: (count: number) => `${count} ditolak`,
    unconfirmed: 'belum cocok',
    photos: { 'none-yet': 'belum ada' },
  },
  line: {
    allThere: (when: string) => `Semua jawaban sudah di server, ${when}`,
    sending: (count: number) => `Mengirim ${count} jawaban…`,
    waiting: (count: number, since: string | undefined) =>
      since === undefined ? `Belum terkirim: ${count} jawaban.` : `Belum terkirim: ${count} jawaban, sejak ${since}.`,
    refused: (count: number) => `${count} jawaban tidak diterima server.`,
    unkept: (count: number) => `${count} jawaban tidak dapat disimpan!`,
    comparing: 'Mencocokkan dengan server…',
    unconfirmed: 'Belum dicocokkan dengan server.',
  },
  advice: {
    'make-room': 'Jangan tutup halaman ini. Kosongkan ruang perangkat; penyimpanan dicoba lagi sendiri.',
    'keep-open': 'Jangan tutup halaman ini: jawaban baru aman setelah terkirim.',
    safe: 'Aman di perangkat ini. Cari sinyal atau simpan berkas.',
    'sign-in': 'Masuk lagi agar pengiriman berlanjut.',
    update: 'Aplikasi ini perlu diperbarui: muat ulang halaman ini saat ada jaringan. Tidak ada yang hilang.',
    refused: 'Tetap tersimpan di sini. Buka rincian untuk melihat yang harus dilakukan.',
    busy: 'Server belum dapat menerima; dicoba lagi sendiri. Anda dapat terus mengisi.',
    offline: 'Server belum dapat dihubungi. Anda dapat terus mengisi.',
    carried: 'Ada berkas titipan rekan yang menunggu jaringan.',
  },
  details: 'Rincian',
  hide: 'Tutup',
} as const;
