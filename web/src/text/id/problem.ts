import type { ProblemCode } from '@patuh/shared/contracts/problems';

interface ProblemText {
  readonly title: string;
  readonly body: string;
}

const rateLimited =
  'Terlalu banyak permintaan datang dari jaringan Anda dalam waktu singkat. Tunggu sebentar, lalu muat ulang halaman ini.';

/** What a reader sees for each problem of the closed catalogue: what happened and what to do, never whose fault it is. */
const problems = {
  'invalid-request': {
    title: 'Alamat ini tidak dapat dibaca',
    body: 'Ada bagian alamat yang bentuknya tidak dikenal, misalnya tahun yang bukan empat angka atau kode daerah yang tidak lengkap.',
  },
  'not-found': {
    title: 'Halaman tidak ditemukan',
    body: 'Di alamat ini tidak ada halaman. Mungkin alamatnya terpotong, atau halamannya dipindahkan.',
  },
  'ranking-not-found': {
    title: 'Belum ada hasil untuk provinsi dan tahun ini',
    body: 'Untuk provinsi dan tahun yang diminta belum ada hasil yang tercatat di sini. Itu tidak berarti penilaian tidak dilakukan.',
  },
  'government-not-found': {
    title: 'Daerah ini tidak ditemukan',
    body: 'Tidak ada pemerintah daerah dengan kode itu, atau belum ada hasil yang tercatat untuk tahun yang diminta. Kode daerah memakai kode Kemendagri, misalnya 53.14.',
  },
  'publication-not-found': {
    title: 'Publikasi ini tidak ditemukan',
    body: 'Tidak ada publikasi dengan nomor itu. Semua publikasi ada di halaman data.',
  },
  'instrument-not-found': {
    title: 'Belum ada penjelasan untuk tahun ini',
    body: 'Cara menilai untuk tahun yang diminta belum tercatat di sini.',
  },
  'national-not-found': {
    title: 'Belum ada rekap nasional untuk tahun ini',
    body: 'Jumlah nasional untuk tahun yang diminta belum tercatat di sini.',
  },
  'request-too-large': {
    title: 'Kiriman terlalu besar',
    body: 'Yang dikirim lebih besar daripada yang dapat diterima. Coba kirim lebih sedikit.',
  },
  'unsupported-media-type': {
    title: 'Jenis kiriman tidak dikenal',
    body: 'Kiriman ini berjenis yang tidak dapat dibaca di sini.',
  },
  'too-many-requests': { title: 'Mohon tunggu sebentar', body: rateLimited },
  'internal-error': {
    title: 'Terjadi gangguan di sisi kami',
    body: 'Halaman ini tidak dapat dibuat karena gangguan pada layanan, bukan karena sesuatu yang Anda lakukan. Coba lagi beberapa menit lagi.',
  },
  'not-ready': {
    title: 'Layanan sedang disiapkan',
    body: 'Layanan sedang dimulai atau dirawat dan akan segera kembali. Coba lagi sebentar lagi.',
  },
} as const satisfies Record<ProblemCode, ProblemText>;

export const problemText = {
  problems,
  path: 'Alamat yang diminta',
  searchTitle: 'Cari daerah Anda',
  suggestionsTitle: 'Mungkin yang Anda maksud',
  elsewhere: 'Halaman lain',
  links: [
    { href: '/', label: 'Beranda' },
    { href: '/peringkat', label: 'Peringkat' },
    { href: '/nasional', label: 'Rekap nasional' },
    { href: '/metodologi', label: 'Cara menilai' },
    { href: '/data', label: 'Data dan unduhan' },
    { href: '/verifikasi', label: 'Cara memeriksa' },
  ],
  searchLabel: 'Nama atau kode kabupaten, kota, atau provinsi',
  searchButton: 'Cari',
  retry: 'Muat ulang halaman ini',
} as const;
