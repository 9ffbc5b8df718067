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
  /** The first day in the field, in the morning of the province. */
  readonly beginsAt: Date;
  readonly teams: readonly [DemoTeam, DemoTeam];
  readonly stories: readonly UnitStory[];
  /** The decree that made the results official; absent while the season runs. */
  readonly decree?: { readonly number: string; readonly date: string; readonly publishedAt: Date };
}

export const DEMO_SEASONS: readonly [DemoSeason, DemoSeason] = [
  {
    ...seasonOf(2023),
    createdAt: new Date('2023-07-03T01:00:00.000Z'),
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
    beginsAt: new Date('2024-06-10T01:00:00.000Z'),
    stories: storiesOf2024(),
  },
];

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
        name: 'Tim Timur',
        assessor: 'assessorEast',
        enumerators: ['enumeratorEastOne', 'enumeratorEastTwo'],
      },
      {
        id: TeamId.parse(uuidOf(`team ${year} west`)),
        key: 'west',
        name: 'Tim Barat',
        assessor: 'assessorWest',
        enumerators: ['enumeratorWestOne', 'enumeratorWestTwo'],
      },
    ],
  };
}
