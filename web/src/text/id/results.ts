import type { AssessmentState, NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { Judged } from '@patuh/shared/contracts/results';
import type { OfficerPost } from '@patuh/shared/sync/posts';

import { formatCount } from '../../ui/number.ts';
import { NOT_ASSESSED_WORDS, POST_WORDS, STATE_WORDS, SUBJECT_WORDS } from './assessment-words.ts';
import { zonePhrase } from './zones.ts';

/** What a Sekda office reads about its own government. */

export const resultsText = {
  title: 'Hasil daerah',
  lead: 'Hasil penilaian kepatuhan pelayanan publik pemerintah daerah Anda. Hanya kantor Anda dan kantor penilai yang melihat hasil sementara.',
  emptyTitle: 'Belum ada penilaian',
  emptyBody:
    'Belum ada periode penilaian yang memuat unit layanan pemerintah daerah Anda. Begitu tim ditugaskan, kemajuannya tampil di sini.',
  open: 'Lihat alasannya',
  openProgress: 'Lihat kemajuannya',
  back: 'Semua hasil',
  provisional: 'Hasil sementara',
  publishedTag: 'Sudah terbit',
  print: 'Cetak',

  standingTitle: 'Hasil dan sebabnya',
  score: 'Nilai',
  ruler: 'Letak nilai di antara batas kategori',
  unofficial: 'belum resmi',
  largestTitle: 'Yang paling mengurangi nilai',
  noUnitsTitle: 'Tidak ada unit yang dapat dinilai',
  noUnitsBody: 'Karena itu tidak ada nilai. Alasan setiap unit tampil di bawah.',

  progressTitle: 'Hasil belum ada',
  progressLabel: 'Unit yang selesai',
  progressWhy:
    'Nilai tampil setelah semua unit selesai atau tercatat tidak dinilai. Sampai saat itu tidak ada nilai unit yang ditampilkan, kepada siapa pun di luar kantor penilai.',
  nextTitle: 'Langkah berikutnya',
  nextField: 'Tim menyelesaikan kunjungan, lalu verifikator memeriksa jawaban dan bukti.',
  nextClarification: (until: string) =>
    `Semua unit sudah diverifikasi. Masa klarifikasi berlangsung sampai ${until}; sesudahnya hasil menjadi final dan tampil di sini.`,
  nextPublished: 'Hasil ditetapkan dengan keputusan, disetujui dua orang, lalu terbit di halaman publik.',
  publishedAt: (date: string) => `Terbit ${date}.`,
  publishedLink: 'Buka halaman publik',
  publishedChanging:
    'Halaman publik menampilkan hasil yang terbit. Sejak itu ada unit yang dibuka kembali; hasil yang terbit berubah hanya dengan koreksi yang diumumkan.',

  unitsTitle: 'Unit layanan',
  unitsCaption: (count: number) => `${count} unit, dari nilai tertinggi`,
  unitsProgressCaption: (count: number) => `${count} unit, menurut nama`,
  unit: 'Unit',
  zone: 'Zona',
  state: 'Keadaan',
  firstTime: 'pertama kali dinilai',
  notAssessed: (reason: NotAssessedReason) => `Tidak dinilai (${NOT_ASSESSED_WORDS[reason]})`,
  unitsSum: 'Jumlah',
  mean: 'Rata-rata, dibulatkan',
  meanExplained: 'Setiap unit yang dinilai dihitung satu kali; unit yang tidak dinilai tidak ikut dihitung.',
  meanProducts: 'Setiap unit dihitung sebanyak produk layanannya yang diamati; unit yang tidak dinilai tidak ikut.',
  counts: (count: number) => `× ${count}`,

  dimensionsTitle: 'Dimensi',
  dimensionsCaption: 'Rata-rata semua unit menurut dimensi',
  dimensionsExplained:
    'Nilai dimensi adalah rata-rata unit. Nilai daerah sendiri dihitung dari nilai unit yang sudah dibulatkan, jadi jumlahnya dapat berselisih beberapa perseratus; selisih itu ada di baris pembulatan.',
  dimension: 'Dimensi',
  weight: 'Bobot',
  points: 'Nilai 0–100',
  contribution: 'Sumbangan',
  rounding: 'Pembulatan',
  total: 'Nilai',

  unitLead: (government: string, period: string) => `${government} · ${period}`,
  backToGovernment: 'Hasil daerah',
  howTitle: 'Cara nilai ini terjadi',
  howExplained:
    'Nilai unit adalah jumlah sumbangan keempat dimensi: nilai dimensi × bobotnya. Buka setiap baris untuk melihat asalnya, sampai teks tingkat yang dicapai.',
  howExplainedShort:
    'Nilai unit adalah jumlah sumbangan di bawah: nilai × bobot. Buka setiap baris untuk melihat asalnya.',
  openAll: 'Buka semua',
  closeAll: 'Tutup semua',
  largestUnitExplained: 'Indikator dengan jarak terbesar ke tingkat tertinggi, menurut pengaruhnya pada nilai unit.',
  usersTitle: 'Pengguna layanan',
  users: (found: number, target: number) => `${found} dari ${target} pengguna yang direncanakan diwawancarai.`,
  usersReason: (reason: string) => `Alasan: ${reason}`,
  usersPrivacy:
    'Jawaban pengguna hanya tampil sebagai jumlah. Jumlah per tingkat tampil bila setiap tingkat yang dipilih dipilih sedikitnya 5 orang; catatan dan profil pengguna tidak pernah tampil.',
  basisTitle: 'Dasar perhitungan',
  basis: (instrument: string, version: number, rules: string) => `${instrument} versi ${version}, aturan ${rules}.`,
  accepted: (moment: string) => `Diterima verifikator ${moment}.`,
  recomputed: 'Perincian di halaman ini dihitung ulang di peramban Anda dari tingkat setiap indikator.',
  differs: (shown: string) =>
    `Perincian di halaman ini menghasilkan ${shown}, berbeda dengan nilai yang tersimpan. Laporkan kepada kantor Ombudsman; yang berlaku adalah nilai yang tersimpan.`,

  question: 'Yang ditanyakan atau diamati',
  calculation: 'Perhitungan',
  reached: 'Tingkat yang dicapai',
  nextLevel: (level: number) => `Tingkat berikutnya (${level})`,
  highest: 'Sudah tingkat tertinggi.',
  level: (level: number, maximum: number) => `Tingkat ${level} dari ${maximum}`,
  lastLevel: (level: number) => `Tingkat ${level}`,
  note: 'Catatan asesor',
  notApplicable: 'Tidak berlaku',
  notApplicableWhy: (reasons: readonly string[]) =>
    reasons.length === 0
      ? 'Tidak berlaku di unit ini; bobotnya dibagi kepada yang lain.'
      : `Tidak berlaku di unit ini (${reasons.join('; ')}); bobotnya dibagi kepada yang lain.`,
  chosen: (count: number, all: number) => `${count} dari ${all} pengguna`,
  suppressed:
    'Jumlah per tingkat tidak tampil, karena ada tingkat yang dipilih kurang dari 5 orang. Yang tampil hanya rata-ratanya.',
  distributionCaption: 'Jawaban pengguna per tingkat',
  levelColumn: 'Tingkat',
  usersColumn: 'Pengguna',
  legalBasis: 'Dasar hukum',
} as const;

export const DECISIVE = 2;

export function stateWords(state: AssessmentState): string {
  return state === 'verified' ? `${STATE_WORDS.verified}, masa klarifikasi` : STATE_WORDS[state];
}

/** "5 dari 7 unit selesai". */
export function progressWords({
  units,
  final,
  notAssessed,
}: {
  units: number;
  final: number;
  notAssessed: number;
}): string {
  const left = notAssessed === 0 ? '' : `, ${notAssessed} di antaranya tidak dinilai`;
  return `${final + notAssessed} dari ${units} unit selesai${left}`;
}

/** "kategori B (Kualitas Tinggi)", or that the year has none for this kind of government. */
export function bandWords({ band, opinion }: Pick<Judged, 'band' | 'opinion'>): string {
  if (band === null) return 'Tahun ini tidak menetapkan kategori';
  return opinion === null ? `Kategori ${band}` : `Kategori ${band} (${opinion})`;
}

/** Why the colour is what it is, in one sentence. */
export function zoneSentence({ points, band, zone, from, to }: ZoneReason): string {
  const range = `${from}–${to}`;
  if (zone === null)
    return `Nilai ${points} ada di kategori ${band} (${range}). Tahun ini kategori tidak mempunyai zona.`;
  return `Nilai ${points} ada di kategori ${band} (${range}), dan kategori itu termasuk ${zonePhrase(zone)}.`;
}

interface ZoneReason {
  readonly points: string;
  readonly band: string;
  readonly zone: Judged['zone'];
  readonly from: string;
  readonly to: string;
}

export const distance = {
  above: (points: string, zone: Judged['zone'], lower: string): string =>
    `${points} di atas batas bawah ${zone === null ? 'kategorinya' : zonePhrase(zone)} (${lower}).`,
  below: (points: string, name: string, lower: string): string => `Kurang ${points} untuk ${name} (mulai ${lower}).`,
  zone: (zone: NonNullable<Judged['zone']>): string => zonePhrase(zone),
  band: (band: string): string => `kategori ${band}`,
};

/** "Pengaduan: 12,31 dari 21,54, kurang 9,23". */
export function lossWords(reached: string, possible: string, lost: string): string {
  return `${reached} dari ${possible}, kurang ${lost}`;
}

export function lowestUnit(points: string): string {
  return `unit dengan nilai terendah, ${points}`;
}

export function subjectWords(subject: {
  readonly kind: 'unit' | 'product' | 'officer' | 'complaint-officer';
  readonly number: number;
  readonly name: string | null;
  readonly post: OfficerPost | null;
}): string {
  const { kind, number, name, post } = subject;
  switch (kind) {
    case 'unit':
      return 'Unit';
    case 'product':
      return name === null ? `Produk ${number}` : `Produk ${number}: ${name}`;
    case 'officer':
      return post === null ? `Pelaksana ${number}` : `Pelaksana ${number} (${POST_WORDS[post].toLowerCase()})`;
    case 'complaint-officer':
      return `${SUBJECT_WORDS['complaint-officer']} ${number}`;
    default:
      return kind satisfies never;
  }
}

const COUNTED: Readonly<Record<string, string>> = {
  product: 'produk',
  officer: 'pelaksana',
  'complaint-officer': 'pengelola pengaduan',
  user: 'pengguna',
};

/** "Jumlah tingkat 5 ÷ (2 produk × tingkat tertinggi 3) = 83,33". */
export function levelFormula(line: {
  readonly sum: number;
  readonly n: number;
  readonly maximum: number;
  readonly subject: string;
  readonly merge: 'mean' | 'minimum' | 'latest';
  readonly value: string;
}): string {
  const { sum, n, maximum, subject, merge, value } = line;
  const counted = COUNTED[subject];
  if (merge !== 'mean' && counted !== undefined) {
    const which = merge === 'minimum' ? 'terendah' : 'terakhir';
    return `Tingkat ${which} dari semua ${counted}: ${sum} ÷ tingkat tertinggi ${maximum} = ${value}`;
  }
  if (counted === undefined) return `Tingkat ${sum} ÷ tingkat tertinggi ${maximum} = ${value}`;
  return `Jumlah tingkat ${sum} ÷ (${n} ${counted} × tingkat tertinggi ${maximum}) = ${value}`;
}

/** "83,33 × bobot 9,09 % (1 dari 11 bagian) = 7,58". */
export function shareFormula(line: {
  readonly value: string;
  readonly share: string;
  readonly part: number;
  readonly parts: number;
  readonly parent: string | null;
  readonly contribution: string;
}): string {
  const { value, share, part, parts, parent, contribution } = line;
  const to = parent === null ? 'untuk nilai unit' : `untuk ${parent}`;
  return `${value} × bobot ${share} (bagian ${formatCount(part)} dari ${formatCount(parts)}) = ${contribution} ${to}`;
}

/** "Bobot dalam nilai unit: 2,94 %". */
export function wholeWeight(weight: string): string {
  return `Bobot dalam nilai unit: ${weight}`;
}

/** At the foot of a printed page. */
export function printedBy(name: string, moment: string, provisional: boolean): string {
  const status = provisional ? 'Hasil sementara, belum ditetapkan. ' : '';
  return `${status}Salinan ${name}, keadaan ${moment}.`;
}
