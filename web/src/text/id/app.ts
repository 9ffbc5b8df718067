/** Words of the frame around the signed-in part. */
export const appText = {
  navigation: 'Bagian aplikasi',
  moreAreas: (open: string | undefined) => (open === undefined ? 'Lainnya' : `Lainnya: ${open}`),
  account: 'Akun saya',
  signOut: 'Keluar',
  signingOut: 'Sedang keluar …',
  unsentTitle: (entries: number, files: number) => {
    const parts = [entries > 0 ? `${entries} isian` : '', files > 0 ? `${files} foto atau dokumen` : ''];
    return `${parts.filter(Boolean).join(' dan ')} belum terkirim`;
  },
  unsentBody:
    'Peramban ini tidak menyimpan apa-apa. Setelah keluar, semua itu baru terkirim bila Anda masuk lagi di halaman ini. Bila halaman ditutup, semua itu hilang. Lebih baik tunggu sampai ada jaringan.',
  unsentKept: (files: number) =>
    `Isian ${files > 0 ? 'dan foto ' : ''}itu tetap aman di perangkat ini, terkunci dengan PIN Anda, dan dikirim setelah Anda membukanya dan masuk lagi.`,
  unkeptTitle: (count: number) => `${count} isian belum tersimpan`,
  unkeptAmong: (count: number) => `${count} isian di antaranya belum tersimpan di perangkat ini.`,
  unkeptBody:
    'Isian yang belum tersimpan hanya ada di halaman ini. Kosongkan ruang penyimpanan perangkat, lalu tunggu sampai tersimpan. Bila Anda tetap pergi, Patuh terus mencoba menyimpannya, tetapi isian itu hilang bila halaman ini ditutup.',
  lock: 'Kunci',
  lockAnyway: 'Kunci juga',
  leaveAnyway: 'Keluar juga',
  stay: 'Tetap di sini',
  publicSite: 'Halaman publik',
  demoTitle: 'Data contoh',
  demoBody:
    'Anda masuk sebagai orang rekaan. Semua unit, nilai, dan publikasi di sini rekaan: Provinsi Contoh tidak ada.',
  areas: {
    field: 'Lapangan',
    today: 'Hari ini',
    office: 'Verifikasi',
    season: 'Musim',
    plan: 'Rencana',
    fieldFiles: 'Berkas lapangan',
    quality: 'Mutu',
    practice: 'Latihan dan mutu kerja saya',
    releases: 'Penerbitan',
    imports: 'Impor',
    people: 'Orang',
    personalData: 'Data pribadi',
    audit: 'Jejak audit',
    system: 'Kesehatan sistem',
    contacts: 'Narahubung unit',
    results: 'Hasil daerah',
  },
  needsScript:
    'Bagian ini memerlukan JavaScript. Aktifkan JavaScript di peramban Anda, lalu muat ulang halaman. Hasil penilaian dapat dibaca tanpa JavaScript di halaman publik.',
  notStarted:
    'Patuh belum terbuka. Pada jaringan yang lambat, tunggu sebentar. Bila tetap begini, perbarui peramban Anda: bagian lapangan memerlukan Chrome 119 atau yang lebih baru.',
  oldBrowser: {
    title: 'Peramban ini terlalu lama',
    body: 'Bagian lapangan memerlukan Chrome 119 atau yang lebih baru (atau Firefox 121, Safari 17.4), supaya isian tersimpan dengan aman di perangkat ini. Perbarui peramban, lalu buka Patuh kembali.',
  },
  installedAs: 'Penilaian kepatuhan pelayanan publik, juga tanpa jaringan.',
  update: {
    ready: 'Versi baru siap.',
    now: 'Perbarui sekarang',
    working: 'Memperbarui …',
  },
  partMissing: {
    title: 'Bagian ini belum ada di perangkat',
    body: 'Sambungkan ke jaringan, lalu muat ulang. Isian Anda tetap tersimpan.',
  },
  starting: 'Membuka Patuh …',
  unreachableTitle: 'Patuh belum dapat dibuka',
  noArea: {
    title: 'Belum ada yang dapat dibuka',
    body: 'Akun Anda belum mempunyai peran dengan halaman sendiri. Hubungi administrator kantor Anda bila menurut Anda seharusnya ada.',
  },
  notFound: {
    title: 'Halaman tidak ditemukan',
    body: 'Di alamat ini tidak ada halaman untuk peran Anda.',
    home: 'Ke halaman awal Anda',
  },
  broken: {
    title: 'Halaman ini tidak dapat ditampilkan',
    body: 'Muat ulang halaman. Bila terjadi lagi, laporkan kepada administrator kantor Anda apa yang terakhir Anda lakukan.',
    reload: 'Muat ulang',
  },
  secondFactorFirst:
    'Peran Anda mewajibkan kode masuk dua langkah. Aktifkan di bawah; sesudah itu halaman lain terbuka.',
} as const;
