import { formatCount } from '../../ui/number.ts';
import { provinceName } from './places.ts';

/** Words of the office's list of units. */

export const officeText = {
  title: 'Verifikasi',
  lead: 'Semua unit yang dinilai di wilayah Anda: yang menunggu diperiksa, yang sedang di lapangan, dan yang sudah selesai.',
  period: 'Periode',
  periodOfKind: (name: string, kind: string): string => `${name} (${kind.toLowerCase()})`,
  province: 'Provinsi',
  periodName: (name: string, province: string): string => `${name}, Provinsi ${provinceName(province)}`,
  demo: 'Data contoh',
  trial: 'Uji coba – tidak dipublikasikan',
  tiles: {
    waiting: 'Menunggu verifikasi',
    returned: 'Dikembalikan',
    field: 'Di lapangan',
    done: 'Selesai diperiksa',
    notAssessed: 'Tidak dinilai',
    of: (total: number): string => `dari ${formatCount(total)} unit`,
  },
  filters: {
    label: 'Saring daftar unit',
    state: 'Keadaan',
    everyState: 'Semua keadaan',
    government: 'Pemerintah daerah',
    everyGovernment: 'Semua pemerintah daerah',
    name: 'Nama unit',
    needsMe: 'Hanya yang menunggu saya',
    shown: (shown: number, all: number): string =>
      shown === all ? `${formatCount(all)} unit` : `${formatCount(shown)} dari ${formatCount(all)} unit`,
  },
  columns: {
    unit: 'Unit',
    state: 'Keadaan',
    duty: 'Pemeriksa',
    answers: 'Jawaban',
    users: 'Pengguna',
    points: 'Butir belum beres',
    late: 'Terlambat',
    score: 'Nilai unit',
  },
  ownDuties: (units: number): string => `Tugas verifikasi Anda: ${formatCount(units)} unit`,
  due: (day: string, daysLeft: number): string =>
    daysLeft < 0
      ? `lewat ${formatCount(-daysLeft)} hari (tenggat ${day})`
      : `tenggat ${day}, ${daysLeftWords(daysLeft)}`,
  filesOutstanding: (count: number): string => `${formatCount(count)} foto belum tiba`,
  pages: 'Halaman daftar',
  page: (page: number, of: number): string => `Halaman ${formatCount(page)} dari ${formatCount(of)}`,
  previousPage: 'Sebelumnya',
  nextPage: 'Berikutnya',
  caption: (government: string, units: number): string => `${government}: ${formatCount(units)} unit`,
  answered: (answered: number, expected: number): string => `${formatCount(answered)} / ${formatCount(expected)}`,
  users: (interviewed: number, target: number): string => `${formatCount(interviewed)} / ${formatCount(target)}`,
  fewUsers: 'di bawah target',
  tooFewUsers: 'di bawah minimum',
  collectedByMe: 'Anda ikut mengumpulkan',
  submittedAt: (moment: string): string => `diserahkan ${moment}`,
  none: '–',
  zoneNote:
    'Nilai dan zona di sini adalah milik unit, sebagai keterangan. Zona resmi adalah zona pemerintah daerah sesudah dipublikasikan.',
  emptyTitle: 'Belum ada unit di wilayah Anda',
  emptyBody:
    'Daftar ini terisi begitu kantor pusat membuka periode dan menugaskan tim di provinsi Anda. Tidak ada yang perlu Anda lakukan sekarang.',
  nothingFits: 'Tidak ada unit yang cocok dengan saringan ini.',
  nothingWaits: 'Tidak ada unit yang menunggu Anda saat ini.',
  back: 'Semua unit',
} as const;

/** How many days are left until a day: 0 on the day itself. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'hari ini';
  return daysLeft === 1 ? 'besok' : `${formatCount(daysLeft)} hari lagi`;
}
