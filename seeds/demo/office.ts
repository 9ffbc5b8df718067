import { SubjectId } from '@patuh/shared/domain/assessment';
import { dayIn } from '@patuh/shared/domain/calendar';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, UnitId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import type { Phase, PhaseDays } from '@patuh/shared/domain/period';

import { pdfOf } from './document.ts';
import { DEMO_PEOPLE, type DemoPersonKey } from './people.ts';
import { CITY, DEMO_REGION, DEMO_UNITS, demoUnit, EAST, WEST } from './places.ts';
import { PRACTICE_CASES, type PracticeCase, practiceAnswers } from './practice.ts';
import { assessmentIdOf, DEMO_NEXT, type DemoSeason, SECOND_TEAM, TEAM_EAST, TEAM_WEST } from './seasons.ts';

/** What the office does around its running season: it plans, practises, says who verifies what, and asks for papers. */

export type TeamWish = typeof SECOND_TEAM;

export type OfficeStep = { readonly at: Date; readonly by: DemoPersonKey } & (
  | { readonly kind: 'days'; readonly periodId: PeriodId; readonly days: readonly PhaseDays[] }
  | { readonly kind: 'home'; readonly personId: PersonId; readonly government: GovernmentCode }
  /** Draws the units that are assessed twice, and gives all of them to this team. */
  | { readonly kind: 'lot'; readonly periodId: PeriodId; readonly team: TeamWish }
  /** The second team works in what it was given and was handed in by the first. */
  | { readonly kind: 'second-visits'; readonly season: DemoSeason }
  | { readonly kind: 'practice'; readonly periodId: PeriodId; readonly cases: readonly PracticeCase[] }
  | { readonly kind: 'practise'; readonly periodId: PeriodId; readonly levels: readonly number[] }
  | { readonly kind: 'duties'; readonly periodId: PeriodId; readonly duties: readonly Duty[] }
  | ({ readonly kind: 'ask' } & Asked)
  /** What the unit sends by the link that it was given for this assessment. */
  | { readonly kind: 'send'; readonly assessmentId: AssessmentId; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'units'; readonly periodId: PeriodId; readonly units: readonly UnitId[] }
  | {
      readonly kind: 'team';
      readonly periodId: PeriodId;
      readonly team: TeamWish;
      readonly units: readonly UnitId[];
    }
);

export interface Duty {
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
}

export interface Asked {
  readonly assessmentId: AssessmentId;
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
  readonly wanted: string;
  readonly dueOn: string;
}

const DAY_MS = 86_400_000;

export function officeSteps(season: DemoSeason): readonly OfficeStep[] {
  const { id: periodId } = season;
  const on = (day: number, hour = 0): Date => new Date(season.beginsAt.getTime() + day * DAY_MS + hour * 3_600_000);
  const dayOf = (day: number): string => dayIn(DEMO_REGION.timeZone, on(day));
  const phase = (name: Phase, from: number, until: number): PhaseDays => ({
    phase: name,
    startsOn: dayOf(from),
    endsOn: dayOf(until),
  });
  return [
    {
      kind: 'days',
      at: on(-13),
      by: 'head',
      periodId,
      days: [
        phase('workshop', -6, -3),
        phase('fieldwork', 0, 34),
        phase('verification', 7, 48),
        phase('clarification', 49, 58),
        phase('national-check', 59, 72),
        phase('publication', 86, 86),
      ],
    },
    { kind: 'home', at: on(-13, 1), by: 'head', personId: DEMO_PEOPLE.enumeratorEastTwo.id, government: WEST },
    { kind: 'lot', at: on(-12), by: 'head', periodId, team: SECOND_TEAM },
    { kind: 'practice', at: on(-6), by: 'head', periodId, cases: PRACTICE_CASES },
    ...practiceAnswers().map(({ by, levels }, index) => ({
      kind: 'practise' as const,
      at: on(-4, index),
      by,
      periodId,
      levels,
    })),
    { kind: 'duties', at: on(-2), by: 'head', periodId, duties: dutiesOf(season) },
    { kind: 'second-visits', at: on(15, 10), by: 'head', season },
    {
      kind: 'ask',
      at: on(10),
      by: 'verifierTwo',
      assessmentId: assessmentIdOf(season.year, demoUnit(WEST, 'Dinas Kesehatan')),
      indicatorId: IndicatorId.parse('dasar-hukum-standar'),
      subjectId: SubjectId.parse('unit'),
      wanted: 'Keputusan penetapan standar pelayanan yang masih berlaku (halaman penetapan dan lampirannya).',
      dueOn: dayOf(17),
    },
    {
      kind: 'send',
      at: on(16),
      by: 'unitContact',
      assessmentId: assessmentIdOf(season.year, demoUnit(WEST, 'Dinas Kesehatan')),
      name: 'Keputusan standar pelayanan.pdf',
      bytes: pdfOf(SENT_LINES),
    },
    {
      kind: 'ask',
      at: on(24),
      by: 'verifierTwo',
      assessmentId: assessmentIdOf(season.year, demoUnit(WEST, 'Puskesmas Bukit Sanu')),
      indicatorId: IndicatorId.parse('petugas-pengaduan'),
      subjectId: SubjectId.parse('complaint-officer-1'),
      wanted: 'Surat penunjukan petugas pengaduan tahun ini.',
      dueOn: dayOf(35),
    },
    ...nextSeason(on),
  ];
}

const SENT_LINES = [
  'DATA CONTOH',
  'Keputusan Kepala Dinas Kesehatan Kabupaten Contoh Barat',
  'Nomor CONTOH/07 tentang Standar Pelayanan',
];

/** Whoever verifies what is said before the first visit; one unit was forgotten. */
function dutiesOf({ year, stories }: DemoSeason): readonly Duty[] {
  const forgotten = demoUnit(CITY, 'Dinas Pendidikan');
  return stories
    .filter(({ unit }) => unit !== forgotten)
    .map(({ unit, team }) => ({
      assessmentId: assessmentIdOf(year, unit),
      personId: DEMO_PEOPLE[team === 'east' ? 'verifierOne' : 'verifierTwo'].id,
    }));
}

/** The season after this one, which no phone sees yet: some units have a team, those of the city none. */
function nextSeason(on: (day: number, hour?: number) => Date): readonly OfficeStep[] {
  const { id: periodId } = DEMO_NEXT;
  const opensIn = (days: number): string => dayIn(DEMO_REGION.timeZone, on(26 + days));
  const unitsOf = (code: GovernmentCode): readonly UnitId[] =>
    DEMO_UNITS.filter(({ government }) => government === code).map(({ id }) => id);
  const { id: again } = demoUnit(EAST, 'DPMPTSP');
  return [
    {
      kind: 'days',
      at: on(25),
      by: 'head',
      periodId,
      days: [
        { phase: 'workshop', startsOn: opensIn(60), endsOn: opensIn(63) },
        { phase: 'fieldwork', startsOn: opensIn(70), endsOn: opensIn(110) },
        { phase: 'verification', startsOn: opensIn(77), endsOn: opensIn(124) },
      ],
    },
    { kind: 'units', at: on(25, 1), by: 'head', periodId, units: DEMO_UNITS.map(({ id }) => id) },
    ...[
      // Other people than the year before, but for one unit.
      { team: TEAM_EAST, units: [...unitsOf(WEST), again] },
      { team: TEAM_WEST, units: unitsOf(EAST).filter((id) => id !== again) },
      { team: { ...SECOND_TEAM, name: 'Tim Kota' }, units: [] },
    ].map((wish, index) => ({ kind: 'team' as const, at: on(25, 2 + index), by: 'head' as const, periodId, ...wish })),
  ];
}
