/** Texts of the data page. */
export const dataText = {
  title: 'Data dan unduhan',
  description:
    'Semua data dalam CSV dan JSON, daftar publikasi dengan sidik jarinya, kunci penanda tangan, lisensi, arti setiap kolom, dan cara mengutip.',
  homeCrumb: 'Beranda',
  lead: 'Semua yang tampil di situs ini dapat diunduh. CSV dapat dibuka dengan aplikasi lembar kerja; JSON untuk program.',
  listsTitle: 'Daftar per provinsi',
  listsCaption: 'Hasil pemerintah daerah per provinsi dan tahun',
  csv: 'CSV',
  json: 'JSON',
  download: 'Unduhan',
  csvOf: (name: string) => `CSV: ${name}`,
  jsonOf: (name: string) => `JSON: ${name}`,
  listName: (province: string, year: number) => `${province} ${year}`,
  otherTitle: 'Data lain',
  otherCaption: 'Rekap nasional, instrumen, dan daftar publikasi',
  dataset: 'Data',
  national: (year: number) => `Rekap nasional ${year}`,
  instrument: (year: number) => `Instrumen penilaian ${year}`,
  publicationList: 'Daftar publikasi',
  governmentNote: 'Riwayat satu pemerintah daerah tersedia dengan kodenya:',
  apiNote: 'Uraian teknis semua alamat:',
  apiLink: 'dokumentasi API',

  publicationsTitle: 'Publikasi',
  publicationsIntro:
    'Setiap berkas publikasi berisi satu daftar, tidak pernah diubah setelah terbit, dan bertanda tangan. Koreksi terbit sebagai berkas baru yang menyebut berkas yang digantikannya dan alasannya.',
  publicationsCaption: 'Semua publikasi, terbaru lebih dahulu',
  publication: 'Publikasi',
  kind: 'Jenis',
  kinds: {
    imported: 'Daftar hasil, dihimpun dari terbitan',
    'imported-counts': 'Jumlah per zona, dihimpun dari terbitan',
  },
  publishedAt: 'Terbit di sini',
  size: 'Ukuran',
  bytes: (count: string) => `${count} bita`,
  hash: 'Sidik jari SHA-256',
  replaces: (id: string, reason: string) => `Mengganti ${id}. Alasan: ${reason}`,
  replacedBy: (id: string) => `Sudah diganti oleh ${id}`,
  none: 'Belum ada publikasi.',
  keyTitle: 'Kunci penanda tangan',
  keyBody: 'Sidik jari kunci publik Ed25519 yang menandatangani publikasi sekarang:',
  keyNone: 'Belum ada kunci yang dipakai.',
  verifyLink: 'Cara memeriksa publikasi',

  columnsTitle: 'Arti kolom',
  columnsIntro:
    'Kolom CSV daftar per provinsi. Nilai dan persentase memakai titik desimal dan dua angka di belakangnya; kolom kosong berarti tidak diketahui, bukan nol.',
  column: 'Kolom',
  meaning: 'Arti',
  columns: [
    [
      'province_code, government_code',
      'Kode wilayah Kemendagri: provinsi dua angka, kabupaten atau kota empat angka (53.14). Kode BPS berbeda untuk sebagian daerah.',
    ],
    [
      'government_name, kind',
      'Nama pemerintah daerah dan jenisnya: province (provinsi), city (kota), regency (kabupaten).',
    ],
    ['year', 'Tahun penilaian, bukan tahun pengumuman.'],
    [
      'rank',
      'Peringkat di antara kabupaten dan kota seprovinsi. Hanya diisi bila pasti; nilai yang sama berbagi peringkat (1, 2, 2, 4).',
    ],
    ['rank_best, rank_worst', 'Peringkat terbaik dan terburuk yang mungkin, bila peringkatnya tidak pasti.'],
    ['rank_published', 'Peringkat yang ditulis oleh sumbernya.'],
    ['score', 'Nilai 0.00 sampai 100.00.'],
    ['band, opinion', 'Kategori dan opininya menurut batas tahun itu.'],
    [
      'zone',
      'Zona: green (hijau), yellow (kuning), red (merah). Kosong bila tidak diketahui atau tahunnya tanpa zona.',
    ],
    ['award', 'Menerima piagam: true atau false; kosong bila tidak diketahui.'],
    [
      'national_rank, national_rank_of',
      'Peringkat nasional di antara instansi sejenis, dan dari berapa, menurut sumber.',
    ],
    [
      'status',
      'published: ditulis oleh sumber. inferred: disimpulkan dari angka lain yang diterbitkan. computed: dihitung dari penilaian.',
    ],
    ['previous_year, previous_score, previous_zone', 'Hasil terdahulu terbaru yang tercatat.'],
    ['zone_under_previous_bands', 'Zona nilai tahun ini bila dinilai dengan batas tahun terdahulu itu.'],
    ['note, source, publication', 'Catatan, sumber, dan nomor publikasi baris ini.'],
  ],
  licencesTitle: 'Lisensi dan sumber',
  licences: [
    {
      name: 'Hasil penilaian',
      body: 'Fakta yang diumumkan oleh Ombudsman Republik Indonesia dan dimuat media serta pemerintah daerah. Sumber setiap baris tertulis di data. Sebutkan sumbernya bila memakai.',
    },
    { name: 'Kode program', body: 'Lisensi Apache 2.0.' },
  ],
  regionsName: 'Nama dan kode wilayah',
  regionsBody:
    'Diambil dari idn-area-data (fityannugroho dan kontributor) dan tersedia di bawah Open Database License (ODbL) 1.0. Perubahan kami: jenis pemerintah daerah, zona waktu, dan kode BPS Nusa Tenggara Timur ditambahkan.',
  regionsLink: 'Teks lisensi ODbL 1.0',
  regionsHref: 'https://opendatacommons.org/licenses/odbl/1-0/',
  sourceHref: 'https://github.com/fityannugroho/idn-area-data',
  sourceLink: 'idn-area-data',

  citeTitle: 'Cara mengutip',
  citeIntro: 'Sebutkan nama daftar, tahunnya, nomor publikasi, tanggal terbit, dan alamatnya. Contoh:',
  cite: (title: string, id: string, date: string, address: string) =>
    `${title}. Publikasi ${id}, diterbitkan ${date}. ${address}`,
} as const;
