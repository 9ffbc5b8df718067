import { AssessmentId, PeriodId, TeamId } from '@patuh/shared/domain/ids';

import { uuidOf } from './chance.ts';
import type { DemoPersonKey } from './people.ts';
import type { DemoUnit } from './places.ts';
import { storiesOf2023, storiesOf2024, type TeamKey, type UnitStory } from './story.ts';

export interface DemoTeam {
  readonly id: TeamId;
  readonly key: TeamKey;
  readonly name: string;
  readonly assessor: DemoPersonKey;
  readonly enumerators: readonly [DemoPersonKey, DemoPersonKey];
}

export interface DemoSeason {
  readonly id: PeriodId;
  readonly year: 2023 | 2024;
  readonly name: string;
  readonly createdAt: Date;
  /** Share of the units that are assessed twice. */
  readonly secondVisitPercent: number;
  /** The first day in the field, in the morning of the province. */
  readonly beginsAt: Date;
  readonly teams: readonly [DemoTeam, DemoTeam];
  readonly stories: readonly UnitStory[];
  /** The decree that made the results official; absent while the season runs. */
  readonly decree?: { readonly number: string; readonly date: string; readonly publishedAt: Date };
}

type People = Omit<DemoTeam, 'id' | 'key'>;
export const TEAM_EAST: People = {
  name: 'Tim Timur',
  assessor: 'assessorEast',
  enumerators: ['enumeratorEastOne', 'enumeratorEastTwo'],
};
export const TEAM_WEST: People = {
  name: 'Tim Barat',
  assessor: 'assessorWest',
  enumerators: ['enumeratorWestOne', 'enumeratorWestTwo'],
};
/** Assesses some units a second time, and does not know how the first team saw them. */
export const SECOND_TEAM: People = {
  name: 'Tim Pembanding',
  assessor: 'assessorSecond',
  enumerators: ['enumeratorSecondOne', 'enumeratorSecondTwo'],
};

/** The season that is being planned while the other one runs. */
export const DEMO_NEXT = {
  id: PeriodId.parse(uuidOf('period 2025')),
  year: 2025,
  name: 'Opini contoh 2025',
  instrument: { id: 'opini-2025', version: 1 },
  secondVisitPercent: 10,
} as const;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The first morning of the running season as it is written. */
const WRITTEN_BEGIN = new Date('2024-06-10T01:00:00.000Z');
/** So long has it run on the day from which one looks at it: everybody has worked, and nobody is through. */
const RUNNING_FOR_MS = 26 * DAY_MS;
/** On which nothing has to be moved. */
const WRITTEN_TODAY = new Date(WRITTEN_BEGIN.getTime() + RUNNING_FOR_MS);

/**
 * One season that was published, and one in the fourth or fifth week of its work on `today`: it is moved by whole weeks, so
 * that its deadlines lie around whoever opens the demo. Its year stays that of its instrument.
 */
export function demoSeasons(today: Date = WRITTEN_TODAY): readonly [DemoSeason, DemoSeason] {
  const [published, running] = SEASONS;
  const later = Math.floor((today.getTime() - WRITTEN_TODAY.getTime()) / WEEK_MS) * WEEK_MS;
  const moved = (at: Date): Date => new Date(at.getTime() + later);
  return [published, { ...running, createdAt: moved(running.createdAt), beginsAt: moved(running.beginsAt) }];
}

const SEASONS: readonly [DemoSeason, DemoSeason] = [
  {
    ...seasonOf(2023),
    createdAt: new Date('2023-07-03T01:00:00.000Z'),
    secondVisitPercent: 0,
    beginsAt: new Date('2023-08-07T01:00:00.000Z'),
    stories: storiesOf2023(),
    decree: {
      number: 'CONTOH/252/2023',
      date: '2023-12-05',
      publishedAt: new Date('2023-12-14T03:00:00.000Z'),
    },
  },
  {
    ...seasonOf(2024),
    createdAt: new Date('2024-05-20T01:00:00.000Z'),
    // Eight of 21: whatever the lot draws, at least two of them are handed in by then.
    secondVisitPercent: 40,
    beginsAt: WRITTEN_BEGIN,
    stories: storiesOf2024(),
  },
];

/** As they are written. */
export const DEMO_SEASONS = demoSeasons();

/** One unit in one season. */
export function assessmentIdOf(year: number, unit: DemoUnit): AssessmentId {
  return AssessmentId.parse(uuidOf(`assessment ${year} ${unit.id}`));
}

function seasonOf(year: 2023 | 2024): Pick<DemoSeason, 'id' | 'year' | 'name' | 'teams'> {
  return {
    id: PeriodId.parse(uuidOf(`period ${year}`)),
    year,
    name: `Penilaian contoh ${year}`,
    teams: [
      {
        id: TeamId.parse(uuidOf(`team ${year} east`)),
        key: 'east',
        ...TEAM_EAST,
      },
      {
        id: TeamId.parse(uuidOf(`team ${year} west`)),
        key: 'west',
        ...TEAM_WEST,
      },
    ],
  };
}
