/** What the app says when a call did not work; the problems of the catalogue are in problem.ts. */
export const faultText = {
  retry: 'Coba lagi',
  stale: 'Yang ditampilkan di bawah adalah keadaan sebelumnya.',
  tryAgainIn: (seconds: number) =>
    seconds < 90 ? `Coba lagi dalam ${seconds} detik.` : `Coba lagi dalam ${Math.ceil(seconds / 60)} menit.`,
  outstanding: (count: number) => `Belum sampai: ${count} berkas.`,
  field: (path: string) => path.replace(/^(?:body|query|params)\.?/, '') || 'isian',
  'invalid-request': {
    title: 'Ada isian yang belum benar',
    body: 'Periksa isian yang disebut di bawah, lalu coba lagi.',
  },
  'not-found': {
    title: 'Tidak ditemukan',
    body: 'Yang Anda cari tidak ada, sudah dipindahkan, atau berada di luar wilayah kerja Anda.',
  },
  noAnswer: {
    offline: {
      title: 'Tidak ada jaringan',
      body: 'Server tidak dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.',
    },
    foreign: {
      title: 'Jaringan ini belum tersambung ke internet',
      body: 'Yang menjawab bukan server Patuh. Mungkin Wi-Fi ini meminta Anda masuk dulu: buka halaman lain di peramban, masuk ke Wi-Fi, lalu coba lagi.',
    },
    unreadable: {
      title: 'Aplikasi perlu dimuat ulang',
      body: 'Server memakai versi yang lebih baru daripada halaman ini. Muat ulang halaman, lalu coba lagi.',
    },
  },
} as const;
