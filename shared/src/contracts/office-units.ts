import * as z from 'zod/mini';

import { AssessmentState } from '../domain/assessment.ts';
import { GovernmentCode, ProvinceCode, Year } from '../domain/government.ts';
import { AssessmentId, PeriodId, PersonId } from '../domain/ids.ts';
import { PeriodKind } from '../domain/period.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';
import { contract } from './contract.ts';

/** The units of one province in one period, as the office looks through them. */

/** What an office looks at: one period in one province. */
export const OfficeScope = z.object({
  periodId: PeriodId,
  year: Year,
  name: z.string(),
  kind: PeriodKind,
  chain: z.enum(['main', 'demo']),
  province: z.object({ code: ProvinceCode, name: z.string() }),
});
export type OfficeScope = z.infer<typeof OfficeScope>;

/** Which of them; where nothing is said, the newest season of the first province. */
export const SCOPE_QUERY = { period: z.optional(PeriodId), province: z.optional(ProvinceCode) };

/** Who is to verify a unit, and by when. */
export const UnitDuty = z.object({
  personId: PersonId,
  name: z.string(),
  /** Null while the field has the unit. */
  dueOn: z.nullable(z.iso.date()),
  /** By the calendar of the province: 0 on the last day, negative afterwards. */
  daysLeft: z.nullable(z.int()),
});
export type UnitDuty = z.infer<typeof UnitDuty>;

export const OfficeUnit = z.object({
  assessmentId: AssessmentId,
  unitName: z.string(),
  unitKindName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  team: z.string(),
  state: AssessmentState,
  notAssessedNote: z.nullable(z.string()),
  answered: z.int(),
  expected: z.int(),
  users: z.object({ interviewed: z.int(), target: z.int(), minimum: z.int() }),
  /** Photos and documents that the answers name and that have not arrived. */
  filesOutstanding: z.int(),
  openPoints: z.int(),
  lateChanges: z.int(),
  submittedAt: z.nullable(z.iso.datetime()),
  duty: z.nullable(UnitDuty),
  /** Known from acceptance on. */
  score: z.nullable(PointsText),
  zone: z.nullable(Zone),
  /** The caller collected answers in this unit and so may not verify it. */
  collectedByMe: z.boolean(),
});
export type OfficeUnit = z.infer<typeof OfficeUnit>;

/** How many units stand where. */
export const StateTally = z.record(AssessmentState, z.int());
export type StateTally = z.infer<typeof StateTally>;

export const UNITS_PAGE = 50;

export const listOfficeUnits = contract({
  method: 'GET',
  path: '/api/office/units',
  summary: 'Units of one period in one province, with progress; own duties first, fifty at a time',
  who: ['verifier', 'head', 'national-admin'],
  query: z.object({
    ...SCOPE_QUERY,
    state: z.optional(AssessmentState),
    government: z.optional(GovernmentCode),
    /** Only what waits for the caller: to be decided, not collected by them, and not another verifier’s. */
    mine: z.optional(z.literal('1')),
    /** Part of the name of the unit. */
    name: z.optional(z.string().check(z.trim(), z.maxLength(80))),
    page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000))),
  }),
  ok: z.object({
    /** Everything the caller may choose from, newest first. */
    scopes: z.array(OfficeScope),
    /** The one that is shown; null where there is none. */
    scope: z.nullable(OfficeScope),
    /** Of the whole scope, whatever the filter. */
    tally: StateTally,
    governments: z.array(z.object({ code: GovernmentCode, name: z.string(), units: z.int() })),
    units: z.array(OfficeUnit).check(z.maxLength(UNITS_PAGE)),
    /** How many the filter leaves. */
    found: z.int(),
    page: z.int(),
  }),
  problems: ['invalid-request', 'not-found'],
});
