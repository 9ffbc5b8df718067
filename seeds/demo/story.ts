import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { GovernmentCode } from '@patuh/shared/domain/government';

import type { Character, Visit } from './fieldwork.ts';
import { FEW_USERS_REASONS } from './notes.ts';
import { CITY, type DemoUnit, DEMO_UNITS, demoUnit, EAST, WEST } from './places.ts';

/** What happened in the two years of the demo: one season that was published, and one in the middle of its work. */

export type TeamKey = 'east' | 'west';

/** A point that the verifier gave back, and what the team then found there. */
export interface StoryPoint {
  readonly indicatorId: string;
  readonly subjectId: string;
  readonly reason: string;
  readonly found: { readonly level: number; readonly note: string };
}

/** How far a unit came. */
export type Course =
  | { readonly to: 'assigned' }
  | { readonly to: 'in-progress'; readonly share: number; readonly disagreement?: true }
  | { readonly to: 'submitted'; readonly late?: true }
  | { readonly to: 'returned'; readonly points: readonly StoryPoint[] }
  /** Handed in again after a return; `verified` after that. */
  | { readonly to: 'corrected' | 'verified'; readonly points?: readonly StoryPoint[] }
  | { readonly to: 'not-assessed'; readonly reason: NotAssessedReason; readonly note: string };

export interface UnitStory {
  readonly unit: DemoUnit;
  readonly team: TeamKey;
  readonly firstTime: boolean;
  readonly visit: Pick<Visit, 'character' | 'users' | 'fewUsersReason' | 'posts' | 'notApplicable'>;
  readonly course: Course;
}

const CORRECTIONS: readonly StoryPoint[] = [
  {
    indicatorId: 'dasar-hukum-standar',
    subjectId: 'unit',
    reason: 'Catatan menyebut keputusan bupati, tetapi nomor dan tanggalnya tidak ditulis. Mohon dilengkapi.',
    found: { level: 3, note: 'Keputusan Bupati Nomor CONTOH/18 tanggal 4 Maret 2024 diperlihatkan dan masih berlaku.' },
  },
  {
    indicatorId: 'petugas-pengaduan',
    subjectId: 'complaint-officer-1',
    reason: 'Surat penunjukan yang difoto berlaku sampai tahun lalu. Apakah ada yang baru?',
    found: { level: 2, note: 'Surat penunjukan lama belum diperpanjang; petugas tetap bertugas.' },
  },
];

const RETURNED: readonly StoryPoint[] = [
  {
    indicatorId: 'biaya',
    subjectId: 'product-2',
    reason: 'Catatan dan tingkat tidak sejalan: tertulis gratis, tetapi tidak disebut di mana diumumkan.',
    found: { level: 2, note: 'Tarif nol rupiah diumumkan di loket.' },
  },
  {
    indicatorId: 'sarana-berkebutuhan-khusus',
    subjectId: 'unit',
    reason: 'Mohon disebut hal apa saja dari enam hal yang benar-benar tersedia.',
    found: { level: 1, note: 'Tersedia kursi roda dan loket prioritas.' },
  },
  {
    indicatorId: 'dokumentasi-pengaduan',
    subjectId: 'complaint-officer-2',
    reason: 'Kedua petugas menjawab berbeda tentang register yang sama. Mohon dicocokkan dengan bukunya.',
    found: { level: 1, note: 'Register diperiksa bersama: tanggal penyelesaian tidak diisi.' },
  },
];

const NEW_PUSKESMAS = demoUnit(WEST, 'Puskesmas Bukit Sanu');
/** Assessed in 2023; in 2024 another one had its turn, as happens from year to year. */
const EARLIER_PUSKESMAS = demoUnit(WEST, 'Puskesmas Tanah Kulon');

/** The season of 2023: every unit verified, the result published. */
export function storiesOf2023(): readonly UnitStory[] {
  return DEMO_UNITS.filter((unit) => unit !== NEW_PUSKESMAS).map((unit, index) => {
    const users = 10 + ((index * 5) % 8);
    const fewUsersReason = FEW_USERS_REASONS[index % FEW_USERS_REASONS.length];
    const visit = { character: characterOf(unit, 2023), users, fewUsersReason };
    return { unit, team: teamOf(unit), firstTime: false, visit, course: { to: 'verified' } };
  });
}

/** The season of 2024, in every state a unit can be in. */
export function storiesOf2024(): readonly UnitStory[] {
  return DEMO_UNITS.filter((unit) => unit !== EARLIER_PUSKESMAS).map((unit) => {
    const { course, visit } = peculiarityOf(unit.government, unit.name);
    return {
      unit,
      team: teamOf(unit),
      firstTime: unit === NEW_PUSKESMAS,
      visit: { character: characterOf(unit, 2024), users: 30, ...visit },
      course,
    };
  });
}

interface Peculiarity {
  readonly course: Course;
  readonly visit?: Partial<UnitStory['visit']>;
}

const PECULIARITIES: Readonly<Record<string, Peculiarity>> = {
  // The complete one: its Sekda office sees a provisional result.
  [`${EAST} Dinas Kesehatan`]: { course: { to: 'verified', points: CORRECTIONS } },
  [`${EAST} Dinas Sosial dan Pemberdayaan Desa`]: {
    // The head also handles complaints.
    course: { to: 'verified' },
    visit: { posts: { 3: { sameAs: 1 } } },
  },
  [`${EAST} Puskesmas Lembah Sanu`]: {
    course: { to: 'verified' },
    visit: {
      notApplicable: {
        indicatorId: 'tindak-lanjut-pengaduan',
        reason: 'Tidak ada pengaduan yang diterima dalam 12 bulan terakhir; register kosong diperlihatkan.',
      },
    },
  },

  [`${WEST} Dinas Kesehatan`]: { course: { to: 'submitted' } },
  [`${WEST} Dinas Pendidikan dan Kebudayaan`]: { course: { to: 'returned', points: RETURNED } },
  [`${WEST} Dinas Sosial`]: { course: { to: 'submitted', late: true } },
  [`${WEST} Dinas Kependudukan dan Pencatatan Sipil`]: {
    course: { to: 'in-progress', share: 0.7, disagreement: true },
  },
  [`${WEST} Puskesmas Bukit Sanu`]: {
    course: { to: 'submitted' },
    visit: {
      users: 12,
      fewUsersReason: 'Baru dinilai pertama kali; hanya 12 pengguna datang selama dua hari kunjungan.',
    },
  },
  [`${WEST} Puskesmas Pulau Damru`]: {
    course: {
      to: 'not-assessed',
      reason: 'unreachable',
      note: 'Kapal ke Pulau Damru tidak berlayar selama masa penilaian karena gelombang tinggi.',
    },
  },

  [`${CITY} Dinas Pendidikan`]: {
    // Nobody has been head of the service section since the last reshuffle.
    course: { to: 'submitted' },
    visit: { posts: { 2: 'vacant' } },
  },
  [`${CITY} Dinas Sosial`]: { course: { to: 'in-progress', share: 0.5 } },
  [`${CITY} DPMPTSP`]: { course: { to: 'corrected', points: CORRECTIONS.slice(1) } },
  [`${CITY} Dinas Kependudukan dan Pencatatan Sipil`]: { course: { to: 'in-progress', share: 0.1 } },
  [`${CITY} Puskesmas Kembang Rindu`]: { course: { to: 'assigned' } },
  [`${CITY} Puskesmas Muara Contoh`]: { course: { to: 'assigned' } },
};

function peculiarityOf(government: GovernmentCode, name: string): Peculiarity {
  return PECULIARITIES[`${government} ${name}`] ?? { course: { to: 'verified' } };
}

/** The town belongs to both teams: it has the most units that nobody has opened yet. */
function teamOf({ government, kind }: DemoUnit): TeamKey {
  if (government === CITY) return kind === 'puskesmas' || kind === 'social' ? 'west' : 'east';
  return government === EAST ? 'east' : 'west';
}

const LEVEL_OF_GOVERNMENT: Readonly<Record<string, readonly [in2023: number, in2024: number]>> = {
  [EAST]: [0.7, 0.84],
  [WEST]: [0.46, 0.6],
  [CITY]: [0.86, 0.92],
};

const LEAD_OF_KIND: Readonly<Record<string, number>> = {
  'one-stop-licensing': 0.06,
  'civil-registry': 0.04,
  education: -0.02,
  social: -0.05,
  puskesmas: -0.04,
};

/** Complaints are the weakest everywhere: what is said in the interview is not supported by documents. */
function characterOf({ government, kind }: DemoUnit, year: 2023 | 2024): Character {
  const [in2023, in2024] = LEVEL_OF_GOVERNMENT[government] ?? [0.6, 0.6];
  const base = (year === 2023 ? in2023 : in2024) + (LEAD_OF_KIND[kind] ?? 0);
  return { input: base - 0.02, proses: base + 0.02, output: base + 0.1, pengaduan: base - 0.17 };
}
