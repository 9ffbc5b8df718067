import * as z from 'zod/mini';

import { AssessmentState } from '../domain/assessment.ts';
import { GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { AssessmentId, PeriodId, PersonId } from '../domain/ids.ts';
import { Phase } from '../domain/period.ts';
import { contract } from './contract.ts';
import { OfficeScope, SCOPE_QUERY, StateTally } from './office-units.ts';

/** The season as the office watches it: where each government stands, and from whom nothing was heard. */

const OFFICE_ROLES = ['verifier', 'head', 'national-admin'] as const;
const Moment = z.iso.datetime();

/** One government. */
export const SeasonTile = z.object({
  government: z.object({ code: GovernmentCode, name: z.string() }),
  units: z.int(),
  states: StateTally,
  /** In the plan, and no team has it. */
  withoutTeam: z.int(),
  filesOutstanding: z.int(),
  conflicts: z.int(),
});
export type SeasonTile = z.infer<typeof SeasonTile>;

export const SeasonUnit = z.object({
  /** Null: no team has it yet. */
  assessmentId: z.nullable(AssessmentId),
  unitName: z.string(),
  unitKindName: z.string(),
  government: SeasonTile.shape.government,
  team: z.nullable(z.string()),
  state: z.nullable(AssessmentState),
  answered: z.int(),
  expected: z.int(),
  users: z.int(),
  filesOutstanding: z.int(),
  conflicts: z.int(),
  /** When the newest answer came in. */
  lastChangeAt: z.nullable(Moment),
  submittedAt: z.nullable(Moment),
  /** When any device of the team was last heard from. */
  heardAt: z.nullable(Moment),
  /** When the oldest was entered of what those devices could not send. */
  oldestWaitingAt: z.nullable(Moment),
  verifier: z.nullable(z.string()),
  dueOn: z.nullable(z.iso.date()),
});
export type SeasonUnit = z.infer<typeof SeasonUnit>;

/** A device of somebody in a team; or somebody of whom none was ever heard. */
export const SeasonDevice = z.object({
  personId: PersonId,
  person: z.string(),
  /** Names of the teams, parted by commas. */
  team: z.string(),
  /** Is in none of them any more. */
  left: z.boolean(),
  /** “Chrome di Android”; null where it has not said. */
  device: z.nullable(z.string()),
  heardAt: z.nullable(Moment),
  waiting: z.int(),
  oldestWaitingAt: z.nullable(Moment),
  filesWaiting: z.int(),
  unitsBegun: z.int(),
  /** Somebody should call. */
  silent: z.boolean(),
});
export type SeasonDevice = z.infer<typeof SeasonDevice>;

/** So many of a province are shown, the silent ones first. */
export const SEASON_DEVICES = 100;

export const getSeason = contract({
  method: 'GET',
  path: '/api/office/season',
  summary:
    'Where the governments of a province stand in a period, from whom nothing was heard, and the units of one of them',
  who: OFFICE_ROLES,
  query: z.object({ ...SCOPE_QUERY, government: z.optional(GovernmentCode) }),
  ok: z.object({
    scopes: z.array(OfficeScope),
    scope: z.nullable(OfficeScope),
    /** When it was so, by the clock of the server. */
    at: Moment,
    calendar: z.object({
      underWay: z.array(z.object({ phase: Phase, endsOn: z.iso.date(), daysLeft: z.int() })),
      next: z.nullable(z.object({ phase: Phase, startsOn: z.iso.date(), daysUntil: z.int() })),
    }),
    /** By the code of the government. */
    tiles: z.array(SeasonTile),
    /** Of the government asked for; null where none was. */
    units: z.nullable(z.array(SeasonUnit)),
    devices: z.array(SeasonDevice).check(z.maxLength(SEASON_DEVICES)),
    /** All of them, shown or not. */
    devicesFound: z.int(),
  }),
  problems: ['invalid-request', 'not-found'],
});

export const exportSeason = contract({
  method: 'GET',
  path: '/api/office/season/:periodId/:province/table',
  summary: 'The same as a CSV file, a line for each unit; `all` for every province of the caller',
  who: OFFICE_ROLES,
  params: z.object({ periodId: PeriodId, province: z.union([ProvinceCode, z.literal('all')]) }),
  ok: z.unknown(),
  problems: ['invalid-request', 'not-found'],
});
