/** What the field app says about sending and keeping. */
export const fieldStatusText = {
  label: 'Pengiriman',
  sending: (count: number) => (count === 0 ? 'Menyamakan dengan server…' : `Mengirim ${count} isian…`),
  allSent: 'Semua isian sudah di server',
  at: (time: string) => `pukul ${time}`,
  waiting: (count: number) => `Belum terkirim: ${count} isian`,
  keepOpen: 'Jangan tutup halaman ini: isian baru aman setelah terkirim.',
  keptHere: 'Isian tersimpan di perangkat ini dan dikirim begitu ada jaringan.',
  offline: 'Server belum dapat dihubungi. Anda dapat terus mengisi; pengiriman dicoba lagi sendiri.',
  busy: 'Server belum dapat menerima. Pengiriman dicoba lagi sendiri.',
  signedOut: 'Masa masuk Anda habis. Masuk lagi agar isian terkirim.',
  retry: 'Kirim sekarang',
  refused: (count: number) => `${count} isian tidak diterima server`,
  refusedIntro:
    'Tidak ada yang dihapus: isian di bawah tetap ada di sini. Catat bila perlu, lalu isi ulang di tempatnya.',
  refusedItem: (place: string, value: string, reason: string) => `${place} — ${value}: ${reason}.`,
  otherUnit: 'Unit yang bukan lagi tugas tim Anda',
  marks: {
    saving: 'Menyimpan…',
    failed: 'Tidak dapat disimpan di perangkat ini. Jangan tutup halaman; coba jawab lagi.',
    'on-device-durable': 'Tersimpan di perangkat ini',
    'on-device': 'Tercatat, belum terkirim',
    'on-server': 'Terkirim',
  },
  enteredBy: (name: string, time: string) => `diisi ${name}, ${time}`,
} as const;
