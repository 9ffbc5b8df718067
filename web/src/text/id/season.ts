import type { Phase } from '@patuh/shared/domain/period';
import type { Standing } from '@patuh/shared/season/standing';

import { formatCount, formatDate } from '../../ui/number.ts';
import { daysLeftWords } from './office.ts';
import { PHASE_NAME } from './plan.ts';
import { provinceName } from './places.ts';

/** Words of the season as the office watches it. */

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  nothing: 'Tidak ada unit',
  'without-team': 'Ada unit tanpa tim',
  'not-begun': 'Belum dimulai',
  'in-field': 'Di lapangan',
  'in-review': 'Menunggu verifikasi',
  done: 'Selesai',
};

export const seasonText = {
  title: 'Musim penilaian',
  lead: 'Sampai di mana setiap pemerintah daerah, foto apa yang belum tiba, dan siapa yang perlu dihubungi.',
  choose: 'Pilih musim',
  emptyTitle: 'Belum ada penilaian yang berjalan',
  emptyBody: 'Halaman ini terisi begitu sebuah periode dibuka dan tim di wilayah Anda mendapat unit.',
  scope: (name: string, province: string): string => `${name}, Provinsi ${provinceName(province)}`,
  underWay: (phase: Phase, endsOn: string, daysLeft: number): string =>
    `${PHASE_NAME[phase]} berakhir ${daysLeftWords(daysLeft)} (${formatDate(endsOn)}).`,
  next: (phase: Phase, startsOn: string, daysUntil: number): string =>
    `${PHASE_NAME[phase]} dimulai ${daysLeftWords(daysUntil)} (${formatDate(startsOn)}).`,
  noCalendar: 'Belum ada kalender untuk periode ini.',
  done: (done: number, units: number): string => `${formatCount(done)} dari ${formatCount(units)} unit selesai`,
  tiles: 'Pemerintah daerah',
  tilesHint: 'Buka satu pemerintah daerah untuk melihat unit-unitnya.',
  tileDone: (done: number, units: number): string => `${formatCount(done)} / ${formatCount(units)} selesai`,
  states: {
    withoutTeam: (count: number): string => `${formatCount(count)} tanpa tim`,
    notBegun: (count: number): string => `${formatCount(count)} belum dimulai`,
    inField: (count: number): string => `${formatCount(count)} sedang diisi`,
    returned: (count: number): string => `${formatCount(count)} dikembalikan`,
    submitted: (count: number): string => `${formatCount(count)} menunggu verifikasi`,
    notAssessed: (count: number): string => `${formatCount(count)} tidak dinilai`,
  },
  files: (count: number): string => `${formatCount(count)} foto belum tiba`,
  conflicts: (count: number): string => `${formatCount(count)} isian berbeda, belum dipilih`,
  units: (government: string): string => `Unit di ${government}`,
  close: 'Tutup daftar unit',
  noUnits: 'Tidak ada unit periode ini di pemerintah daerah itu.',
  columns: {
    unit: 'Unit',
    state: 'Keadaan',
    answers: 'Jawaban',
    files: 'Foto belum tiba',
    change: 'Isian terakhir',
    contact: 'Kabar dari tim',
    verifier: 'Pemeriksa',
  },
  withoutTeam: 'Belum punya tim',
  answered: (answered: number, expected: number): string => `${formatCount(answered)} / ${formatCount(expected)}`,
  none: '–',
  never: 'belum pernah',
  waitingSince: (ago: string): string => `ada yang belum terkirim, tertua ${ago}`,
  due: (day: string): string => `tenggat ${day}`,
  devices: {
    silent: (count: number): string => `Perlu dihubungi: ${formatCount(count)} perangkat tanpa kabar`,
    nobody: 'Semua perangkat yang sedang bekerja memberi kabar dalam dua hari terakhir.',
    all: (count: number): string => `Semua perangkat tim (${formatCount(count)})`,
    caption: 'Perangkat tim',
    columns: { person: 'Orang', device: 'Perangkat', heard: 'Kabar terakhir', waiting: 'Belum terkirim' },
    unnamed: 'Perangkat tanpa nama',
    none: 'Belum pernah membuka Patuh di perangkat mana pun',
    heard: (ago: string): string => `kabar terakhir ${ago}`,
    left: 'sudah keluar dari tim',
    waiting: (count: number): string => `${formatCount(count)} isian belum terkirim`,
    since: (ago: string): string => `yang tertua dari ${ago}`,
    files: (count: number): string => `${formatCount(count)} foto belum terkirim`,
    begun: (count: number): string => `${formatCount(count)} unit sedang diisi`,
    nothing: 'tidak ada',
    more: (shown: number, found: number): string =>
      `Tampil ${formatCount(shown)} dari ${formatCount(found)} perangkat.`,
    message: (person: string): string => `Pesan untuk ${person}`,
    copy: 'Salin pesan',
    copied: 'Tersalin. Tempelkan di WhatsApp.',
    selected: 'Pesan sudah ditandai; salin dengan papan ketik.',
    text: ({
      person,
      device,
      days,
    }: {
      readonly person: string;
      readonly device: string | null;
      readonly days: number | null;
    }): string =>
      [
        `Yth. ${person},`,
        days === null
          ? 'Kami belum menerima kabar dari Patuh di perangkat Anda.'
          : `Kami belum menerima kabar dari Patuh di ${device ?? 'perangkat Anda'} sejak ${formatCount(days)} hari lalu.`,
        'Mohon buka Patuh di tempat yang ada jaringan dan biarkan terbuka sampai tertulis semua terkirim.',
        'Bila tidak ada jaringan, simpan isian Anda ke berkas di Patuh dan titipkan kepada rekan.',
        'Jangan menghapus data peramban atau memasang ulang ponsel sebelum itu. Terima kasih.',
      ].join('\n'),
  },
  download: 'Unduh tabel (CSV)',
  downloading: 'Menyiapkan tabel …',
  downloadAll: 'Unduh semua provinsi (CSV)',
  fileName: (year: number, province: string): string => `musim-${year}-${province}.csv`,
} as const;
