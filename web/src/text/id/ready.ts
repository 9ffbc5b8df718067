import type { ReadyTemplate } from '@patuh/shared/contracts/ready';
import type { Indicator, SubjectKind } from '@patuh/shared/domain/instrument';

/** What a group of questions is called, and what the people of the unit should know before they are asked. */
interface SubjectWords {
  readonly title: string;
  /** Whom or what the numbers count: “30 pengguna layanan”. Missing where nothing is counted. */
  readonly counted?: string;
  readonly remarks: readonly string[];
}

const subjects = {
  product: {
    title: 'Diamati pada setiap produk layanan',
    counted: 'produk layanan',
    remarks: [
      'Siapkan semuanya untuk setiap produk layanan, bukan hanya untuk satu.',
      'Tempat layanan: papan, banner, brosur, atau layar. Elektronik: situs web, media sosial resmi, atau aplikasi. Unit tanpa situs web sendiri dapat memakai media sosial resmi atau situs pemerintah daerahnya.',
    ],
  },
  unit: {
    title: 'Dilihat dan diperiksa satu kali untuk seluruh unit',
    remarks: ['Tunjukkan dokumen aslinya, cetak atau elektronik. Kegiatan berkala dibuktikan untuk 12 bulan terakhir.'],
  },
  officer: {
    title: 'Ditanyakan kepada pelaksana',
    counted: 'pelaksana',
    remarks: [
      'Jawaban dicatat menurut jabatan, bukan nama.',
      'Jabatan yang kosong atau dirangkap cukup disampaikan apa adanya; hal itu dicatat tersendiri.',
    ],
  },
  'complaint-officer': {
    title: 'Ditanyakan kepada petugas pengaduan',
    counted: 'petugas pengaduan',
    remarks: [
      'Pengaduan sering menjadi bagian terlemah karena keterangan tidak didukung dokumen. Siapkan dokumennya di meja sebelum wawancara.',
    ],
  },
  user: {
    title: 'Ditanyakan kepada pengguna layanan',
    counted: 'pengguna layanan',
    remarks: [
      'Wawancara pengguna anonim: nama, alamat, dan nomor telepon tidak ditanyakan. Yang dicatat hanya kelompok umur, jenis kelamin, pendidikan, dan pekerjaan.',
      'Unit dan pemerintah daerah tidak pernah menerima jawaban seorang pengguna, hanya hasil gabungan.',
      'Pengguna boleh menolak atau berhenti kapan saja. Pelayanannya tidak boleh terpengaruh.',
      'Tugas unit: sediakan tempat yang tenang dan tidak terdengar petugas. Jangan memilihkan pengguna, mendampingi, atau mengarahkan jawaban.',
    ],
  },
  government: {
    title: 'Tidak ditanyakan saat kunjungan',
    remarks: ['Bagian ini dijawab satu kali untuk seluruh instansi, dari data yang sudah ada.'],
  },
} as const satisfies Record<SubjectKind, SubjectWords>;

/** What makes a piece of evidence a good one. */
const goodEvidence = {
  photo: {
    title: 'Difoto di tempat',
    good: 'Terpasang di tempat pengguna dilayani, utuh, terbaca dari depan loket, dan sesuai dengan keadaan hari itu.',
  },
  document: {
    title: 'Dokumen di satu map',
    good: 'Bernomor, bertanggal, ditandatangani, dan masih berlaku. Laporan, notula, dan register: yang terbaru, dalam 12 bulan terakhir.',
  },
  'web-address': {
    title: 'Alamat web',
    good: 'Halaman resmi yang dapat dibuka siapa saja tanpa masuk akun, dengan isi yang sama seperti di tempat layanan. Catat alamatnya dan coba buka dari telepon.',
  },
} as const satisfies Record<Indicator['evidence'][number], { title: string; good: string }>;

const templates = {
  'contoh-maklumat-pelayanan.docx': {
    name: 'Contoh maklumat pelayanan',
    about: 'Satu halaman: janji melaksanakan standar, kesediaan memperbaiki diri, dan kesediaan menerima sanksi.',
  },
  'contoh-sk-petugas-pengaduan.docx': {
    name: 'Contoh SK penunjukan petugas pengaduan',
    about: 'Keputusan pimpinan unit dengan tugas, batas waktu, dan lampiran nama petugas.',
  },
} as const satisfies Record<ReadyTemplate, { name: string; about: string }>;

/** Texts of “Siap dikunjungi”. */
export const readyText = {
  name: 'Siap dikunjungi',
  homeCrumb: 'Beranda',

  indexTitle: (year: number) => `Siap dikunjungi ${year}`,
  indexDescription: (year: number) =>
    `Daftar periksa penilaian pelayanan publik ${year} untuk setiap jenis unit: apa yang ditanyakan, kepada siapa, dan bukti yang perlu disiapkan.`,
  indexLead:
    'Pilih jenis unit untuk membaca apa yang akan diamati dan ditanyakan, kepada siapa, dan bukti apa yang sebaiknya disiapkan sebelum tim penilai datang.',
  groups: { local: 'Unit pemerintah daerah', national: 'Unit instansi pusat di daerah' },

  title: (kind: string, year: number) => `Siap dikunjungi: ${kind} ${year}`,
  description: (kind: string, year: number) =>
    `Daftar periksa penilaian pelayanan publik ${year} untuk ${kind}: apa yang ditanyakan dan kepada siapa, bukti yang perlu disiapkan, dan contoh dokumen.`,
  lead: 'Apa yang akan diamati dan ditanyakan, kepada siapa, dan bukti apa yang sebaiknya ada di tangan sebelum tim penilai datang. Tidak ada yang dirahasiakan: daftar ini sama untuk semua unit sejenis.',
  shareLabel: 'Bagikan lewat WhatsApp',
  shareText: (title: string, address: string) =>
    `${title}. Apa yang ditanyakan, kepada siapa, dan bukti yang perlu disiapkan: ${address}`,
  otherKinds: 'Jenis unit lain',
  printHint: 'Dapat dicetak di kertas A4 dari menu cetak peramban.',
  contents: 'Di halaman ini',
  unofficial: 'belum resmi',
  unofficialTitle: 'Sebagian isi daftar ini belum resmi',
  unofficialBody: (title: string) =>
    `Daftar ini disusun dari ${title} sebagaimana dicatat di Patuh. Kalimat pertanyaan dan uraian tingkat disusun sendiri, dan angka bertanda “belum resmi” adalah anggapan; keduanya tidak diumumkan Ombudsman.`,
  assumptions: 'Semua anggapan',
  method: 'Cara menilai',

  handTitle: 'Siapkan sebelum tim datang',
  handIntro: 'Satu baris untuk setiap hal yang perlu ditunjukkan; uraiannya ada di bawah.',
  handNothing: 'Tidak ada bukti tertulis yang diminta.',
  goodEvidence,

  dayTitle: 'Pada hari kunjungan',
  day: [
    'Mintalah surat tugas dan kenali anggota tim.',
    'Layani pengguna seperti biasa; loket tidak perlu ditutup.',
    'Tunjuk satu orang yang mengantar tim dan memegang map dokumen.',
    'Yang belum ada, katakan belum ada. Keterangan lisan tanpa bukti bernilai rendah atau tidak dihitung.',
    'Tutup data pribadi pengguna (nama, NIK, nomor rekam medis) sebelum berkas difoto.',
    'Catat apa yang diserahkan dan difoto, lalu baca kembali catatan itu bersama tim sebelum mereka pulang.',
    'Penilaian tidak dipungut biaya. Jangan memberi uang, hadiah, jamuan, atau perjalanan kepada tim.',
  ],

  count: (target: number, minimum: number, counted: string) =>
    target === minimum
      ? `Paling sedikit ${minimum} ${counted}.`
      : `Yang dituju ${target} ${counted}, paling sedikit ${minimum}.`,
  products: (examples: string) => `Contoh produk: ${examples}.`,
  officers: (head: string) =>
    `Biasanya: ${head}, penanggung jawab bagian pelayanan, petugas pengaduan, dan petugas loket.`,
  subjects,
  evidenceLabel: 'Siapkan',
  evidence: { photo: 'foto di tempat', document: 'dokumen', 'web-address': 'alamat web' },
  exampleLabel: 'Bukti yang baik',
  prepareLabel: 'Cara bersiap',
  bestLabel: 'Nilai penuh bila',
  notApplicable: 'Dapat dinyatakan “tidak berlaku” dengan alasan.',
  levels: 'Semua tingkat',
  levelsOf: (name: string) => `Semua tingkat: ${name}`,
  /** Where nothing is known about an indicator in particular. */
  anyEvidence: (kinds: readonly Indicator['evidence'][number][]) =>
    kinds.map((kind) => goodEvidence[kind].good).join(' '),
  anyInterview: 'Tidak ada yang perlu dihafal. Jawab menurut yang diketahui dan dialami sendiri.',

  templatesTitle: 'Contoh dokumen',
  templatesIntro:
    'Untuk diisi dan disesuaikan dengan keadaan unit. Ini contoh, bukan nasihat hukum dan bukan dokumen resmi Ombudsman.',
  templates,
  template: (name: string) => `${name} (DOCX)`,

  addressLabel: 'Alamat halaman ini',
} as const;
