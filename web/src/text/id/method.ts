import type { MergeRule, Observation, SubjectKind } from '@patuh/shared/domain/instrument';

const subjects = {
  unit: 'unit layanan, satu kali',
  product: 'setiap produk layanan yang diamati',
  officer: 'setiap pelaksana yang diwawancarai',
  'complaint-officer': 'setiap pengelola pengaduan yang diwawancarai',
  user: 'setiap pengguna layanan yang diwawancarai',
  government: 'instansi, satu kali',
} as const satisfies Record<SubjectKind, string>;

const subjectNames = {
  product: 'Produk layanan',
  officer: 'Pelaksana',
  'complaint-officer': 'Pengelola pengaduan',
  user: 'Pengguna layanan',
} as const;

const observations = {
  observation: 'pengamatan langsung',
  'officer-interview': 'wawancara pelaksana',
  'user-interview': 'wawancara pengguna layanan',
  document: 'pemeriksaan dokumen',
  'secondary-data': 'data sekunder',
  'public-survey': 'survei masyarakat',
} as const satisfies Record<Observation, string>;

const merges = {
  mean: 'rata-rata tingkat',
  minimum: 'tingkat terendah',
  latest: 'tingkat yang terakhir',
} as const satisfies Record<MergeRule, string>;

const evidence = { photo: 'foto', document: 'dokumen', 'web-address': 'alamat web' } as const;

/** Texts of the method page. */
export const methodText = {
  title: (year: number) => `Cara menilai ${year}`,
  description: (title: string) =>
    `${title}: indikator, bobot, tingkat, batas zona, aturan pembulatan, dan kalkulator nilai.`,
  homeCrumb: 'Beranda',
  contents: 'Di halaman ini',
  ready: (year: number) => `Siap dikunjungi: daftar periksa ${year} untuk unit`,
  unofficial: 'belum resmi',
  unofficialWhy:
    'Angka bertanda “belum resmi” tidak diumumkan oleh Ombudsman; ia anggapan yang ditulis di bagian Anggapan.',
  factsMethod: 'Cara menilai',
  factsYears: 'Dipakai untuk tahun',
  factsSize: 'Isi',
  size: (indicators: number, branches: string) => `${indicators} indikator (${branches})`,
  branchCount: (count: number, level: string) => `${count} ${level.toLowerCase()}`,

  formulaTitle: 'Dari jawaban sampai zona',
  formulaIndicator:
    'Setiap indikator mendapat tingkat 0 sampai tingkat tertingginya. Nilai indikator adalah tingkat itu dibagi tingkat tertinggi.',
  formulaMerge:
    'Bila satu indikator dijawab untuk beberapa produk, pelaksana, atau pengguna, tingkat mereka digabungkan lebih dahulu; caranya tertulis di setiap indikator.',
  formulaTree: (levels: string) =>
    `Nilai dijumlahkan menurut bobotnya lewat ${levels}, sampai menjadi nilai unit 0 sampai 100.`,
  formulaEqual:
    'Nilai instansi adalah rata-rata nilai semua unitnya. Setiap unit dihitung satu kali, juga bila ada dua Puskesmas.',
  formulaProducts:
    'Nilai instansi adalah rata-rata nilai unitnya menurut banyaknya produk layanan yang diamati: unit dengan lebih banyak produk berbobot lebih besar.',
  formulaGovernment:
    'Indikator yang dijawab satu kali untuk seluruh instansi digabungkan dengan rata-rata unit menurut bobotnya.',
  formulaRounding:
    'Nilai dibulatkan ke dua desimal (setengah ke atas), satu kali untuk setiap unit dan satu kali untuk instansi. Setelah dibulatkan, nilai dibandingkan dengan batas: sama dengan batas sudah masuk kategori itu.',
  formulaNotApplicable:
    'Indikator yang tidak berlaku dikeluarkan dan bobotnya dibagi ke indikator lain di sampingnya. Jawaban yang tidak ada tidak pernah dihitung nol: unit yang belum lengkap belum mempunyai nilai.',

  bandsTitle: 'Kategori dan zona',
  bandsCaption: (year: number) => `Batas kategori ${year}`,
  bandsFor: (kinds: string) => `Berlaku untuk ${kinds}.`,
  band: 'Kategori dan opini',
  lower: 'Mulai nilai',
  zone: 'Zona',
  noZones: 'Tahun ini memakai kategori tanpa zona warna.',
  award: 'Piagam',
  kinds: { ministry: 'kementerian', agency: 'lembaga', province: 'provinsi', city: 'kota', regency: 'kabupaten' },

  treeTitle: 'Indikator dan bobot',
  treeIntro:
    'Buka satu indikator untuk membaca pertanyaan, tingkat, dan buktinya. Persentase dibulatkan ke dua desimal; pecahannya adalah bobot yang tepat.',
  ofDimension: (percent: string) => `${percent} dari dimensinya`,
  ofWhole: (percent: string) => `${percent} dari seluruh nilai`,
  about: '≈',
  question: 'Yang ditanyakan atau diamati',
  guidance: 'Panduan',
  askedOf: 'Dijawab untuk',
  observed: 'Cara mengumpulkan',
  merged: 'Penggabungan',
  notApplicable: 'Boleh “tidak berlaku”',
  yes: 'ya, dengan alasan',
  evidenceName: 'Bukti',
  noEvidence: 'tidak diwajibkan',
  legalBasis: 'Dasar hukum',
  weight: 'Bobot',
  levels: 'Tingkat',
  level: (level: number, maximum: number) => `${level} dari ${maximum}`,
  perUnitKind: (kind: string) => `Untuk ${kind}`,
  subjects,
  observations,
  merges,
  evidence,

  subjectsTitle: 'Berapa yang diwawancarai dan diamati',
  subjectsIntro:
    'Per unit. Kurang dari target: unit tetap dinilai dan diberi tanda. Kurang dari batas terendah: unit belum lengkap dan belum mempunyai nilai.',
  subjectsCaption: 'Jumlah per unit',
  subject: 'Siapa atau apa',
  target: 'Target',
  minimum: 'Batas terendah',
  subjectNames,
  targetDiffers: (kinds: string) => `kecuali ${kinds}`,
  unitKinds: { polres: 'Polres', 'land-office': 'Kantor Pertanahan' },

  assumptionsTitle: 'Anggapan',
  assumptionsIntro: 'Yang tidak diumumkan dan karena itu dianggap:',
  sourcesTitle: 'Sumber dan dasar hukum',
  sources: 'Sumber',
  dataLinks: 'Unduh instrumen',
  downloadJson: 'JSON',
  downloadCsv: 'CSV',

  calculatorTitle: 'Kalkulator nilai',
  calculatorIntro:
    'Pilih tingkat gabungan setiap indikator untuk menghitung nilai satu unit, atau isi nilai unit untuk menghitung nilai instansi. Hitungannya sama dengan yang dipakai untuk publikasi; tidak ada yang disimpan.',
  calculatorOne: 'Untuk instrumen ini kalkulator menghitung satu unit dengan satu produk.',
  unitPart: '1. Nilai satu unit',
  unitPartIntro: 'Setiap indikator harus diisi atau ditandai tidak berlaku.',
  governmentPart: '2. Nilai instansi dari nilai unit',
  governmentPartIntro: 'Isi nilai setiap unit, dengan koma atau titik desimal. Baris kosong diabaikan.',
  governmentPartComposed:
    'Tahun ini sebagian indikator dijawab satu kali untuk seluruh instansi. Isi juga indikator itu di bawah.',
  unitScore: (row: number) => `Nilai unit ${row}`,
  unitProducts: (row: number) => `Produk unit ${row}`,
  notApplicableOption: 'Tidak berlaku',
  readLevels: 'Semua tingkat',
  readLevelsOf: (name: string) => `Semua tingkat: ${name}`,
  calculate: 'Hitung',
  clear: 'Kosongkan',
} as const;
