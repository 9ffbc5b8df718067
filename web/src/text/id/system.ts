/** “Kesehatan sistem”, for whoever runs the server. */
export const systemText = {
  title: 'Kesehatan sistem',
  lead: 'Keadaan server ini sekarang, dan apa yang perlu dilakukan.',
  again: 'Ukur lagi',
  judgement: { good: 'Baik', attention: 'Perlu perhatian', bad: 'Perlu tindakan segera', unknown: 'Tidak diketahui' },
  allGood: 'Semua yang diukur baik.',
  toDo: (count: number) => (count === 1 ? 'Satu hal perlu dilihat.' : `${count} hal perlu dilihat.`),
  versions: 'Versi',
  patuh: 'Patuh',
  node: 'Node',
  postgres: 'PostgreSQL',
  schema: 'Skema basis data',
  since: 'Berjalan sejak',
  none: 'belum pernah',
  disk: {
    title: 'Ruang penyimpanan',
    figure: (free: string, total: string) => `${free} tersisa dari ${total}`,
    unknown: 'Folder data tidak dapat diukur.',
    todo: {
      good: '',
      attention: 'Sisihkan ruang dalam beberapa minggu: pindahkan cadangan lama dari disk ini, atau perbesar disk.',
      bad: 'Hampir penuh. Basis data berhenti bila ruang habis: pindahkan cadangan lama sekarang juga.',
      unknown: 'Periksa DATA_DIR dan hak aksesnya.',
    },
  },
  clock: {
    title: 'Jam',
    server: 'Server',
    database: 'Basis data',
    lastEvent: 'Catatan audit terakhir',
    todo: {
      good: '',
      attention: 'Jam server dan basis data berbeda beberapa detik. Aktifkan NTP di keduanya.',
      bad: 'Jam salah. Selama jam server lebih awal daripada catatan terakhir, tidak ada yang dapat disimpan: setel jam dan aktifkan NTP.',
      unknown: '',
    },
  },
  backup: {
    title: 'Cadangan',
    last: 'Terakhir',
    automatic: 'Hanya cadangan otomatis sebelum pembaruan; letaknya di disk yang sama dan tanpa kunci.',
    todo: {
      good: '',
      attention: 'Jalankan npm run backup setiap hari dan simpan hasilnya di luar gedung.',
      bad: 'Tidak ada cadangan yang baru. Jalankan npm run backup hari ini dan simpan hasilnya di luar gedung.',
      unknown: '',
    },
  },
  drill: {
    title: 'Latihan pemulihan',
    last: 'Terakhir dipulihkan di sini',
    todo: {
      good: '',
      attention:
        'Pulihkan satu cadangan ke folder kosong (npm run restore), sedikitnya dua kali setahun. Latihan di mesin lain tidak terlihat di sini: catat di lembar serah terima.',
      bad: '',
      unknown: '',
    },
  },
  certificate: {
    title: 'Sertifikat HTTPS',
    host: 'Alamat',
    until: 'Berlaku sampai',
    noHttps:
      'PUBLIC_URL tidak ada atau tidak memakai HTTPS. Cukup untuk mencoba di satu mesin; untuk dipakai bersama, pasang HTTPS.',
    todo: {
      good: '',
      attention: 'Segera habis. Periksa apakah pembaruan otomatis di proksi berjalan.',
      bad: 'Habis atau hampir habis: peramban akan menolak situs ini. Perbarui sertifikat sekarang.',
      unknown: 'Tidak dapat diperiksa dari server ini. Buka alamat publik di peramban dan lihat sertifikatnya.',
    },
  },
  late: {
    title: 'Jawaban terlambat',
    figure: (count: number) =>
      count === 0 ? 'Tidak ada yang menunggu keputusan.' : `${count} menunggu keputusan verifikator.`,
    oldest: 'Tertua',
    todo: {
      good: '',
      attention: 'Ingatkan verifikator: orang di lapangan menunggu.',
      bad: '',
      unknown: '',
    },
  },
  quarantine: {
    title: 'Jawaban tanpa penilaian',
    figure: (count: number) => (count === 0 ? 'Tidak ada.' : `${count} perubahan disimpan terpisah.`),
    todo: {
      good: '',
      attention:
        'Dikirim untuk unit yang tidak dikenal atau bukan milik timnya. Tanyakan kepada pengirimnya; isinya tidak hilang.',
      bad: '',
      unknown: '',
    },
  },
} as const;
