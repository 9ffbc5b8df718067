/** Words of the frame around every public page. */
export const SITE_NAME = 'Patuh';
export const SITE_PURPOSE = 'Hasil penilaian kepatuhan pelayanan publik';

export type SectionKey = 'home' | 'rankings' | 'national' | 'method' | 'data' | 'verification';

export const SECTIONS: readonly { readonly key: SectionKey; readonly href: string; readonly label: string }[] = [
  { key: 'home', href: '/', label: 'Beranda' },
  { key: 'rankings', href: '/peringkat', label: 'Peringkat' },
  { key: 'national', href: '/nasional', label: 'Nasional' },
  { key: 'method', href: '/metodologi', label: 'Metodologi' },
  { key: 'data', href: '/data', label: 'Data' },
  { key: 'verification', href: '/verifikasi', label: 'Verifikasi' },
];

export const layoutText = {
  skip: 'Langsung ke isi',
  mainNavigation: 'Navigasi utama',
  breadcrumb: 'Posisi halaman',
  years: 'Tahun penilaian',
  year: 'Tahun',
  demo: 'Provinsi, pemerintah daerah, unit, dan semua angka di halaman ini rekaan. Ini bukan hasil penilaian Ombudsman.',
  footerAbout:
    'Patuh menampilkan hasil Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik yang diterbitkan Ombudsman Republik Indonesia. Setiap angka dapat diunduh, dihitung ulang, dan diverifikasi.',
  footerHistory:
    'Hasil tahun-tahun lalu dihimpun dari terbitan yang disebutkan pada setiap baris. Angka yang tidak diterbitkan tidak ditampilkan; hasil yang disimpulkan diberi tanda.',
  footerLicence:
    'Kode dan nama wilayah berasal dari himpunan data terbuka berlisensi ODbL 1.0. Sumber, lisensi, dan berkas unduhan ada di halaman Data.',
  footerLinks: 'Tautan kaki halaman',
  footerData: 'Sumber data dan lisensi',
  footerMethod: 'Cara menilai',
  footerReady: 'Siap dikunjungi',
  footerVerify: 'Periksa keaslian publikasi',
  footerApi: 'Dokumentasi API',
} as const;
