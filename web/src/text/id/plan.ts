import type { PeriodKind, Phase } from '@patuh/shared/domain/period';

/** Periods, their days, and the lot of second visits. */

export const PERIOD_KIND: Readonly<Record<PeriodKind, string>> = {
  season: 'Penilaian',
  trial: 'Uji coba',
  comparison: 'Kunjungan kedua',
};

export const PHASE_NAME: Readonly<Record<Phase, string>> = {
  workshop: 'Pendampingan',
  fieldwork: 'Pengambilan data',
  verification: 'Verifikasi',
  clarification: 'Klarifikasi',
  'national-check': 'Pemeriksaan nasional',
  publication: 'Penerbitan',
};

export const planText = {
  title: 'Rencana',
  lead: 'Periode penilaian, hari-harinya, dan siapa mengunjungi unit mana.',
  emptyTitle: 'Belum ada periode',
  emptyBody: 'Periode yang dibuka oleh kantor pusat muncul di sini. Perwakilan dapat membuat uji coba sendiri.',
  back: 'Semua periode',
  tabs: { period: 'Periode', units: 'Unit', teams: 'Tim', duties: 'Tugas verifikasi', lot: 'Undian' },
  tabsLabel: 'Bagian rencana',
  allUnits: 'Daftar unit layanan',
  province: 'Provinsi',
  chooseProvince: 'Pilih provinsi',
  chooseFirst: 'Pilih provinsi yang rencananya hendak dilihat.',
  opened: 'Dibuka',
  planning: 'Sedang direncanakan',
  trialMark: 'Uji coba – tidak dipublikasikan',
  demo: 'Data contoh',
  counts: (units: number, assigned: number) =>
    units === 0
      ? 'Belum ada unit dalam rencana.'
      : `${units} unit dalam rencana, ${assigned} di antaranya sudah mempunyai tim.`,
  create: 'Buat periode',
  ofYear: (year: number) => `Tahun ${year}`,
} as const;

export const newPeriodText = {
  title: 'Buat periode',
  lead: 'Periode baru belum terlihat oleh tim lapangan sampai dibuka. Tahun, jenis, dan instrumennya tidak dapat diubah lagi.',
  kind: 'Jenis',
  season: 'Penilaian (satu per tahun, dipublikasikan)',
  trial: 'Uji coba (latihan, tidak dipublikasikan)',
  forWhom: 'Untuk',
  everybody: 'Semua perwakilan',
  year: 'Tahun',
  instrument: 'Instrumen',
  instrumentChoice: (title: string, version: number, trial: boolean) =>
    `${title}, versi ${version}${trial ? ' (percobaan)' : ''}`,
  noInstrument: 'Belum ada instrumen yang berlaku untuk tahun ini.',
  name: 'Nama',
  nameHint: 'Nama ini tampil pada ponsel tim dan pada daftar kantor.',
  seasonName: (year: number) => `Penilaian ${year}`,
  trialName: (year: number) => `Uji coba ${year}`,
  create: 'Buat',
  creating: 'Sedang membuat …',
  later: 'Hari-hari dan pengaturan lain diisi sesudahnya.',
} as const;

export const periodText = {
  instrument: 'Instrumen',
  year: 'Tahun',
  kind: 'Jenis',
  whose: 'Untuk',
  everybody: 'Semua perwakilan',
  state: 'Keadaan',
  units: 'Unit',
  opened: (day: string) => `Dibuka bagi tim lapangan ${day}`,
  notOpened: 'Sedang direncanakan; belum terlihat pada ponsel tim',
  open: 'Buka bagi tim lapangan',
  openTitle: 'Buka periode ini?',
  openBody:
    'Sejak saat itu ponsel semua tim melihat unitnya pada pengambilan data berikutnya. Pembukaan tidak dapat dibatalkan; unit dan tim masih dapat diubah.',
  openUnassigned: (count: number) => `${count} unit belum mempunyai tim dan belum tampil pada ponsel mana pun.`,
  openConfirm: 'Buka',
  cancel: 'Batal',
  saving: 'Sedang menyimpan …',
  save: 'Simpan',
  discard: 'Buang isian saya',
  saved: 'Tersimpan.',
  edit: 'Ubah',
  changedTitle: 'Sudah diubah orang lain',
  changedBody:
    'Belum ada yang tersimpan dari isian Anda. Di bawah ini tampak keadaan yang sekarang; isian Anda masih ada di kolomnya. Periksa, lalu simpan lagi.',
  now: (value: string) => `Sekarang: ${value}`,
  nothingNow: 'kosong',
  calendar: {
    title: 'Hari-hari',
    lead: 'Hari di provinsi berlaku menggantikan hari nasional untuk tahap itu saja.',
    caption: 'Hari setiap tahap',
    phase: 'Tahap',
    national: 'Nasional',
    ownDays: 'Di provinsi',
    days: 'Hari',
    none: 'belum ditetapkan',
    asNational: 'sama',
    range: (from: string, to: string) => `${from} sampai ${to}`,
    left: (phase: string, days: number) =>
      days === 0 ? `${phase}: hari ini hari terakhir.` : `${phase}: tersisa ${days} hari.`,
    until: (phase: string, days: number) => `${phase} dimulai ${days} hari lagi.`,
    noPhase: 'Hari ini tidak ada tahap yang berjalan.',
    overlap: (phase: string, earlier: string) => `${phase} dimulai sebelum ${earlier} berakhir.`,
    overlapTitle: 'Tahap bertumpukan',
    editNational: 'Ubah hari',
    editOwn: 'Ubah hari provinsi',
    startsOn: 'Hari pertama',
    endsOn: 'Hari terakhir',
    clear: 'Kosongkan kedua kolom bila tahap ini tidak ditetapkan.',
    clearOwn: 'Kosongkan kedua kolom bila hari nasional berlaku.',
    incomplete: 'Isi hari pertama dan hari terakhir, atau kosongkan keduanya.',
    backwards: 'Hari terakhir lebih awal daripada hari pertama.',
  },
  settings: {
    title: 'Pengaturan',
    name: 'Nama',
    score: 'Tim lapangan melihat nilai sebelum menyerahkan',
    scoreHint: 'Biasanya tidak: orang dari unit mungkin berdiri di belakang.',
    clarification: 'Klarifikasi sampai',
    noClarification: 'tidak ada',
    clarificationHint: 'Hari terakhir (WIB) Sekda menjawab. Kosong: tidak ada masa klarifikasi.',
    secondVisit: 'Dinilai dua kali (%)',
    secondVisitHint: 'Bagian unit setiap provinsi yang dinilai lagi oleh tim lain; 0 sampai 50.',
    sample: 'Sampel verifikasi (%)',
    sampleHint: 'Bagian butir yang dilihat verifikator bila tidak ada alasan lain; 0 sampai 100.',
    edge: 'Dekat batas kategori (poin)',
    edgeHint: 'Unit sedekat ini dengan batas kategori diperiksa seluruhnya; 0 sampai 20.',
    review: 'Tenggat verifikasi (hari)',
    reviewHint: 'Sejak unit diserahkan; 1 sampai 90.',
    yes: 'ya',
    no: 'tidak',
  },
} as const;

/** Between which numbers of units a lot draws. */
interface LotShare {
  readonly least: number;
  readonly most: number;
}

export const lotText = {
  why: 'Sebagian unit dinilai dua kali oleh tim lain yang tidak mengetahui hasil yang pertama, supaya cara menilai para asesor dapat dibandingkan. Unitnya ditentukan oleh undian, bukan oleh siapa pun.',
  percentZero: 'Bagian yang dinilai dua kali masih 0 %. Kantor pusat menetapkannya dalam pengaturan periode.',
  noUnits: 'Belum ada unit dalam rencana provinsi ini.',
  before: ({ least }: LotShare, candidates: number, percent: number) =>
    `Dari ${candidates} unit dalam rencana akan diundi ${least} unit (${percent} %).`,
  beforeLater: ({ least, most }: LotShare, candidates: number, percent: number) =>
    `${candidates} unit masuk rencana sesudah undian dan belum ikut diundi. Dalam undian susulan terpilih ${least === most ? least : `${least} atau ${most}`} unit (${percent} %).`,
  once: 'Setiap unit ikut satu kali; undian tidak dapat diulang. Lakukan setelah unit dalam rencana lengkap.',
  later: (number: number) => `Undian susulan ${number}`,
  nobody: (candidates: number) => `Dari ${candidates} unit yang ikut tidak ada yang terpilih.`,
  draw: 'Undi sekarang',
  drawTitle: 'Undi unit yang dinilai dua kali?',
  confirm: 'Undi',
  cancel: 'Batal',
  waits: 'Kepala perwakilan melakukan undian.',
  drawn: (by: string, at: string) => `Diundi oleh ${by}, ${at}.`,
  caption: 'Unit yang dinilai dua kali, menurut urutan undian',
  order: 'Urutan',
  unit: 'Unit',
  government: 'Pemerintah daerah',
  team: 'Tim kedua',
  noTeam: 'belum ditetapkan',
  closed: 'ditutup, karena unit tidak lagi dinilai',
  toTeams: 'Tetapkan tim kedua',
  secret: 'Jangan sampaikan kepada tim bahwa unit ini dinilai dua kali.',
  proof: 'Cara memeriksa undian',
  seed: 'Seed',
  rule: 'Aturan',
  candidates: 'Unit yang ikut',
  hash: 'SHA-256 daftar unit yang ikut',
  percent: 'Bagian',
} as const;
