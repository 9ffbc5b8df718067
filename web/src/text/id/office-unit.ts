import type { Presence } from '@patuh/shared/domain/assessment';
import type { OfficerPost } from '@patuh/shared/sync/posts';

import { formatCount } from '../../ui/number.ts';
import { POST_WORDS, SUBJECT_WORDS } from './assessment-words.ts';

/** Words of the screen on which one unit is verified. */

const KIND_WORDS = { ...SUBJECT_WORDS, unit: 'Unit', product: 'Produk layanan' } as const;

export const PRESENCE_WORDS: Readonly<Record<Exclude<Presence['state'], 'present' | 'same-person'>, string>> = {
  vacant: 'jabatan kosong',
  absent: 'tidak hadir',
  withdrawn: 'menarik kesediaannya',
};

export const subjectText = {
  kind: KIND_WORDS,
  post: (post: OfficerPost): string => POST_WORDS[post].toLowerCase(),
  numbered: (kind: keyof typeof KIND_WORDS, number: number): string => `${KIND_WORDS[kind]} ${number}`,
  samePerson: (kind: keyof typeof KIND_WORDS, number: number): string =>
    `orang yang sama dengan ${KIND_WORDS[kind]} ${number}`,
  brokenOff: 'wawancara tidak dihitung',
  refused: 'tidak bersedia diwawancarai',
  present: 'hadir',
  sameNumber: (number: number): string => `orang yang sama dengan nomor ${number}`,
} as const;

export const PROFILE_WORDS = {
  gender: { female: 'P', male: 'L' },
  genderLong: { female: 'Perempuan', male: 'Laki-laki' },
  education: {
    none: 'tidak sekolah',
    primary: 'SD',
    'lower-secondary': 'SMP',
    'upper-secondary': 'SMA',
    diploma: 'diploma',
    bachelor: 'sarjana',
    postgraduate: 'pascasarjana',
  },
  work: {
    'civil-servant': 'ASN/TNI/Polri',
    private: 'swasta',
    'self-employed': 'wiraswasta',
    'farmer-fisher': 'tani/nelayan',
    student: 'pelajar',
    homemaker: 'rumah tangga',
    other: 'lainnya',
  },
} as const;

export const unitText = {
  team: 'Tim',
  submitted: 'Diserahkan',
  duty: 'Tugas verifikasi',
  dueOn: (day: string): string => `tenggat ${day}`,
  collectedBy: 'Dikumpulkan oleh',
  progress: 'Jawaban',
  users: 'Pengguna diwawancarai',
  usersOf: (interviewed: number, target: number, minimum: number): string =>
    `${interviewed} dari target ${target} (minimum ${minimum})`,
  fewUsersReason: 'Alasan kurang dari target',
  firstTime: 'Pertama kali dinilai',
  published: {
    title: 'Hasil unit ini sudah dipublikasikan',
    body: 'Yang Anda ubah di sini baru terlihat publik sesudah koreksi diterbitkan oleh dua orang.',
  },
  edgeSince: {
    title: 'Pemdanya kini dekat batas kategori',
    body: (government: string, answers: number): string =>
      `Sesudah unit ini diverifikasi, hasil unit lain membawa ${government} ke dekat batas kategori. ${formatCount(answers)} jawaban diterima menurut aturan tanpa dilihat; lihat semuanya, dan kembalikan yang tidak benar.`,
  },
  notAssessed: {
    title: 'Tidak dinilai',
    body: (reason: string, note: string): string => `Alasan: ${reason}. ${note}`,
    source: (source: string): string => `Diketahui dari: ${source} (hanya untuk kantor)`,
    reopen: 'Buka lagi untuk dinilai',
    confirm: 'Unit kembali ke timnya. Jawaban yang sudah ada tetap tersimpan.',
  },
  whyNot: {
    'own-collection': {
      title: 'Anda tidak memverifikasi unit ini',
      body: 'Anda ikut mengumpulkan jawabannya. Verifikator lain yang memeriksa; bila tidak ada, Kepala Perwakilan dapat memutuskan pengecualian.',
    },
    'not-permitted': {
      title: 'Anda melihat, verifikator yang memutuskan',
      body: 'Peran Anda dapat membaca semuanya di sini. Mengembalikan dan menerima dilakukan verifikator.',
    },
  },
  exceptionShown: (person: string, by: string, moment: string, reason: string): string =>
    `${person} memverifikasi yang ikut dikumpulkannya, dengan izin ${by} pada ${moment}. Alasan: ${reason}`,
  exceptionTitle: 'Pengecualian verifikator',
  acceptedBy: (by: string, moment: string): string => `Diterima ${by}, ${moment}`,
  changedSince: (by: string, moment: string): string =>
    `Pernah diterima ${by} pada ${moment}, tetapi jawabannya berubah sesudah itu. Periksa lagi.`,
  level: (level: number, maximum: number): string => `Tingkat ${level} dari ${maximum}`,
  levelShort: (level: number, maximum: number): string => `${level}/${maximum}`,
  notApplicable: 'Tidak berlaku',
  noAnswer: 'Belum dijawab',
  note: 'Catatan',
  fromPaper: 'Diisi dari kertas',
  notFromPaper: 'Tidak diisi dari kertas',
  allLevels: 'Semua tingkat',
  chosen: 'dipilih',
  legalBasis: 'Dasar hukum',
  history: (count: number): string => `Riwayat (${formatCount(count)} nilai)`,
  historyLine: (by: string, moment: string): string => `${by}, ${moment}`,
  lateMark: 'terlambat',
  conflict: 'Dua orang memasukkan nilai berbeda dan belum diselesaikan. Kembalikan butir ini agar tim memilih.',
  otherValue: (value: string, by: string): string => `Nilai lain: ${value} (${by})`,
  point: {
    open: 'Dikembalikan, menunggu jawaban tim',
    answered: 'Dikembalikan, sudah dijawab tim',
    settled: 'Beres',
    by: (by: string, moment: string): string => `${by}, ${moment}`,
    settle: 'Nyatakan beres',
    earlier: (count: number): string => `Butir yang sudah beres (${formatCount(count)})`,
  },
  accept: {
    last: 'Terima dan selesaikan verifikasi',
    lastTitle: 'Selesaikan verifikasi unit ini?',
    lastBody:
      'Ini bagian terakhir. Sesudah diterima, unit berstatus terverifikasi dan nilainya dihitung serta disimpan. Untuk mengubahnya lagi, butir harus dikembalikan.',
    waitsForPoints: 'Bagian ini baru dapat diterima sesudah butir yang dikembalikan dijawab atau dinyatakan beres.',
    waitsForLate: 'Putuskan dulu jawaban yang terlambat.',
    clearSelection: 'Ada butir yang ditandai untuk dikembalikan. Kembalikan atau hapus tandanya dulu.',
    notNow: 'Menerima dapat dilakukan saat unit menunggu verifikasi.',
  },
  returning: {
    bar: (count: number): string => `${formatCount(count)} butir ditandai`,
    button: (count: number): string => `Kembalikan ${formatCount(count)} butir`,
    title: (count: number): string => `Kembalikan ${formatCount(count)} butir kepada tim?`,
    body: 'Tim melihat alasan ini di pertanyaannya. Unit kembali ke tim sampai diserahkan lagi.',
    verified:
      'Unit ini sudah terverifikasi. Mengembalikan butir membukanya lagi; nilainya dihitung ulang sesudah diterima.',
    templates: 'Kalimat siap pakai',
    tooShort: 'Alasan sedikitnya 10 huruf, supaya tim tahu apa yang harus diperbaiki.',
    cancel: 'Batal',
  },
  templates: [
    'Bukti tidak mendukung tingkat yang dipilih.',
    'Catatan belum menjelaskan apa yang dilihat.',
    'Jawaban bertentangan dengan indikator lain.',
    'Periksa kembali ke unit dan perbaiki bila keliru.',
  ],
  late: {
    title: 'Jawaban terlambat',
    body: 'Datang sesudah unit diserahkan. Belum dipakai sampai Anda memutuskan; pembuatnya diberi tahu.',
    notYet:
      'Datang setelah unit tidak diisi lagi. Tersimpan; Anda memutuskan setelah tim membuka dan menyerahkan unit kembali.',
    line: (by: string, moment: string): string => `${by}, diterima server ${moment}`,
    now: 'Sekarang',
    incoming: 'Terlambat',
    takeIn: 'Pakai',
    leaveOut: 'Jangan pakai',
    takeInTitle: 'Pakai jawaban yang terlambat ini?',
    leaveOutTitle: 'Jangan pakai jawaban yang terlambat ini?',
    takeInBody: 'Nilainya berlaku, butirnya terbuka lagi, dan penerimaan bagiannya batal.',
    leaveOutBody: 'Nilai yang sekarang tetap berlaku. Yang terlambat tersimpan di riwayat.',
    reason: 'Alasan',
    decided: (count: number): string => `Sudah diputuskan (${formatCount(count)})`,
    decision: { 'taken-in': 'Dipakai', 'left-out': 'Tidak dipakai' },
    afterPublication: (count: number): string => `Datang setelah hasil diumumkan (${formatCount(count)})`,
    afterPublicationBody: 'Tersimpan dalam riwayat, tidak mengubah hasil, dan tidak perlu diputuskan.',
    nothing: 'belum ada',
  },
  exception: {
    title: 'Pengecualian verifikator',
    body: 'Tidak seorang pun memverifikasi yang dikumpulkannya. Bila kantor tidak mempunyai verifikator lain, Kepala Perwakilan dapat mengizinkannya dengan alasan; izin itu tampak pada unit ini untuk seterusnya.',
    other: (names: string): string => `Masih ada verifikator lain yang dapat memeriksa: ${names}.`,
    none: 'Semua verifikator kantor ini ikut mengumpulkan jawaban unit ini.',
    nobody: 'Kantor ini belum mempunyai verifikator.',
    choose: 'Siapa yang memverifikasi',
    reason: 'Alasan',
    button: 'Izinkan memverifikasi',
    notSelf: 'Anda tidak dapat mengizinkan diri sendiri; Kepala Perwakilan lain atau kantor pusat yang mengatur.',
  },
  score: {
    title: 'Nilai unit',
    accepted: (by: string, moment: string): string => `Diterima ${by}, ${moment}`,
    zone: 'Zona untuk nilai ini (keterangan; zona resmi milik pemerintah daerah)',
    caption: 'Dari mana nilai ini datang',
    part: 'Bagian',
    value: 'Nilai',
    weight: 'Bobot',
    contribution: 'Sumbangan',
    rounding: 'Pembulatan',
    total: 'Nilai unit',
    partTotal: (name: string): string => `Nilai ${name}`,
    levels: (sum: number, n: number, maximum: number): string => `${sum} dari ${n} × ${maximum}`,
    mergedOf: 'Tingkat',
    openPart: (name: string): string => `Rincian ${name}`,
    versions: (instrument: string, version: number, rules: string): string =>
      `Instrumen ${instrument} versi ${version}, aturan hitung ${rules}.`,
    earlier: 'Nilai sebelum dibuka lagi',
    earlierLine: (points: string, by: string, moment: string): string => `${points}, diterima ${by}, ${moment}`,
  },
  grid: {
    caption: 'Semua wawancara: satu baris satu pengguna',
    user: 'Pengguna',
    mean: 'Rata-rata dan sebaran',
    noConsent: 'persetujuan tidak tercatat',
    nobody: 'Belum ada pengguna yang diwawancarai.',
    levelCount: (level: number, count: number): string => `${count}× tingkat ${level}`,
  },
  findings: {
    title: 'Yang perlu diperhatikan',
    unshown: (count: number, explained: number): string =>
      `${formatCount(count)} jawaban tanpa bukti yang diminta rubrik, ${formatCount(explained)} di antaranya dengan penjelasan tim; lihat pada butirnya.`,
  },
  cancel: 'Batal',
} as const;
