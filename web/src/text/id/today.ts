import type { TodayKind } from '@patuh/shared/today/kinds';

import { formatCount, formatScore } from '../../ui/number.ts';
import { daysLeftWords } from './office.ts';

/** Words of the office’s first page. */

interface KindWords {
  readonly title: (count: number) => string;
  /** What it means, and what to do. */
  readonly what: string;
  /** Of the button to all of them. */
  readonly all: string;
}

const count = formatCount;

export const KIND_WORDS: Readonly<Record<TodayKind, KindWords>> = {
  'to-verify': {
    title: (units) => `${count(units)} unit menunggu Anda periksa`,
    what: 'Sudah diserahkan tim. Tugas Anda sendiri dan yang tenggatnya lebih dekat berada di atas.',
    all: 'Semua yang menunggu saya',
  },
  'reviews-late': {
    title: (units) => `${count(units)} unit belum ada pemeriksa, atau lewat tenggat`,
    what: 'Sudah diserahkan tim. Tentukan siapa yang memeriksa, atau bicarakan dengan pemeriksanya.',
    all: 'Semua yang menunggu verifikasi',
  },
  'silent-devices': {
    title: (devices) => `${count(devices)} perangkat tanpa kabar`,
    what: 'Isian di perangkat itu mungkin belum ada di tempat lain. Hubungi orangnya; pesannya sudah disiapkan.',
    all: 'Siapa yang perlu dihubungi',
  },
  'late-changes': {
    title: (units) => `${count(units)} unit mempunyai isian yang datang terlambat`,
    what: 'Isian itu tiba setelah unit diserahkan. Putuskan apakah masuk atau tidak.',
    all: 'Semua unit yang menunggu saya',
  },
  'points-answered': {
    title: (units) => `${count(units)} unit sudah menjawab butir yang dikembalikan`,
    what: 'Lihat jawabannya, lalu nyatakan butir itu beres atau kembalikan lagi.',
    all: 'Semua unit',
  },
  'documents-received': {
    title: (units) => `${count(units)} unit sudah mengirim dokumen yang diminta`,
    what: 'Terima atau tolak dokumennya; unit menunggu jawaban.',
    all: 'Semua unit',
  },
  'without-team': {
    title: (places) => (places === 1 ? 'Ada unit tanpa tim' : `Unit tanpa tim di ${count(places)} tempat`),
    what: 'Pengambilan data sudah dekat atau sudah dimulai. Tugaskan sebuah tim.',
    all: 'Ke rencana',
  },
  'team-without-assessor': {
    title: (teams) => `${count(teams)} tim tanpa asesor`,
    what: 'Tanpa asesor tidak ada yang dapat menyerahkan unit. Tambahkan asesor ke tim itu.',
    all: 'Ke rencana',
  },
  releases: {
    title: (releases) => `${count(releases)} penerbitan menunggu orang kedua`,
    what: 'Disiapkan orang lain. Periksa pratinjaunya, lalu setujui atau tolak.',
    all: 'Semua penerbitan',
  },
  conflicts: {
    title: (units) => `${count(units)} unit mempunyai isian yang berbeda-beda`,
    what: 'Dua orang mengisi tempat yang sama dan belum ada yang memilih. Minta timnya memilih.',
    all: 'Ke musim',
  },
  'files-outstanding': {
    title: (units) => `${count(units)} unit sudah diserahkan, fotonya belum lengkap tiba`,
    what: 'Foto itu masih di ponsel tim. Minta mereka membuka Patuh di tempat yang jaringannya baik.',
    all: 'Ke musim',
  },
  'documents-overdue': {
    title: (units) => `${count(units)} unit belum mengirim dokumen yang diminta`,
    what: 'Tenggatnya sudah lewat. Ingatkan unitnya, atau perpanjang tenggatnya.',
    all: 'Semua unit',
  },
  'government-edge': {
    title: (units) => `${count(units)} unit terverifikasi perlu dilihat seluruhnya`,
    what: 'Hasil unit lain membawa pemdanya ke dekat batas kategori. Jawaban yang dulu diterima menurut aturan, tanpa dilihat, kini menentukan.',
    all: 'Semua unit terverifikasi',
  },
  'band-edge': {
    title: (units) => `${count(units)} nilai unit berada di tepi kategori`,
    what: 'Sedikit perubahan memindahkan kategorinya. Lihat sekali lagi sebelum diterbitkan.',
    all: 'Semua unit',
  },
  quarantined: {
    title: (people) => `Isian dari ${count(people)} orang tidak dapat diterima`,
    what: 'Isian itu tersimpan, tetapi tidak masuk ke unit mana pun. Tanyakan kepada orangnya apa yang terjadi.',
    all: 'Ke daftar orang',
  },
  invited: {
    title: (people) => `${count(people)} orang belum pernah masuk sejak diundang`,
    what: 'Tautan undangannya mungkin belum sampai atau sudah habis masanya. Kirim tautan baru.',
    all: 'Ke daftar orang',
  },
};

export const todayText = {
  title: 'Hari ini',
  lead: 'Yang memerlukan Anda, yang paling mendesak lebih dahulu.',
  calmTitle: 'Tidak ada yang mendesak hari ini',
  calmBody:
    'Semua yang menunggu Anda sudah selesai. Halaman ini terus diperbarui sendiri; begitu ada yang datang, Anda melihatnya di sini.',
  overdue: (days: number): string => `lewat ${formatCount(days)} hari`,
  due: (daysLeft: number): string => `tenggat ${daysLeftWords(daysLeft)}`,
  begins: (daysLeft: number): string =>
    daysLeft < 0
      ? `pengambilan data sudah berjalan ${formatCount(-daysLeft)} hari`
      : `pengambilan data dimulai ${daysLeftWords(daysLeft)}`,
  own: 'tugas Anda',
  more: (others: number): string => `dan ${formatCount(others)} lagi`,
  facts: {
    nobody: 'belum ada pemeriksa',
    verifier: (name: string): string => `pemeriksa ${name}`,
    changes: (entries: number): string => `${formatCount(entries)} isian`,
    points: (points: number): string => `${formatCount(points)} butir`,
    documents: (wanted: string, documents: number): string =>
      documents === 1 ? wanted : `${wanted} dan ${formatCount(documents - 1)} dokumen lain`,
    secondVisit: 'kunjungan kedua',
    units: (units: number): string => `${formatCount(units)} unit`,
    files: (files: number): string => `${formatCount(files)} foto`,
    unseen: (answers: number): string => `${formatCount(answers)} jawaban belum dilihat`,
    places: (places: number): string => `${formatCount(places)} tempat`,
    score: (points: string): string => `nilai ${formatScore(points)}`,
    silent: (days: number): string => `${formatCount(days)} hari tanpa kabar`,
    neverHeard: 'belum pernah membuka Patuh',
    waiting: (entries: number): string => `${formatCount(entries)} isian dan foto belum terkirim`,
    preparedBy: (name: string): string => `disiapkan ${name}`,
  },
  provinces: {
    title: 'Menurut provinsi',
    open: (province: string): string => `Buka musim ${province}`,
  },
} as const;
