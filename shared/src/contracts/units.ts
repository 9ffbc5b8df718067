import * as z from 'zod/mini';

import { AssessmentState, NotAssessedReason } from '../domain/assessment.ts';
import { GovernmentCode, LocalGovernmentKind, ProvinceCode, Year } from '../domain/government.ts';
import { AssessmentId, PeriodId, UnitId } from '../domain/ids.ts';
import { UnitKind } from '../domain/instrument.ts';
import { UnitAddress, UnitCoordinates, UnitEventKind, UnitName } from '../domain/unit.ts';
import { contract } from './contract.ts';

/** The register: units as they are for good, whether or not anybody assesses them this year. */

const READERS = ['head', 'verifier', 'national-admin'] as const;
const PLANNERS = ['head'] as const;

const Reason = z.string().check(z.trim(), z.minLength(10), z.maxLength(1_000));
const Coordinates = z.nullable(z.object({ latitude: z.int(), longitude: z.int() }));
/** What was on the screen: changes with everything that is changed about the unit. */
const Seen = z.string().check(z.regex(/^[0-9a-f]{16}$/));

export const RegisterUnit = z.object({
  id: UnitId,
  kind: UnitKind,
  kindName: z.string(),
  name: z.string(),
  address: z.nullable(z.string()),
  coordinates: Coordinates,
  closedAt: z.nullable(z.iso.datetime()),
  /** Years of seasons in which it was handed in, newest first. */
  assessed: z.array(Year),
  seen: z.string(),
});
export type RegisterUnit = z.infer<typeof RegisterUnit>;

export const UnitKindChoice = z.object({
  kind: UnitKind,
  name: z.string(),
  governmentKinds: z.array(z.string()),
});
export type UnitKindChoice = z.infer<typeof UnitKindChoice>;

const GovernmentHead = { code: GovernmentCode, name: z.string(), kind: LocalGovernmentKind };

export const UnitRegister = z.object({
  province: z.object({ code: ProvinceCode, name: z.string() }),
  mayChange: z.boolean(),
  kinds: z.array(UnitKindChoice),
  /** All of the province, also those without any unit. */
  governments: z.array(z.object({ ...GovernmentHead, units: z.array(RegisterUnit) })),
});
export type UnitRegister = z.infer<typeof UnitRegister>;

export const getRegister = contract({
  method: 'GET',
  path: '/api/office/register',
  summary: 'All permanent units of a province, by government',
  who: READERS,
  query: z.object({ province: ProvinceCode }),
  ok: UnitRegister,
  problems: ['invalid-request', 'not-found'],
});

const Facts = z.object({
  government: z.optional(z.string()),
  name: z.optional(z.string()),
  address: z.optional(z.nullable(z.string())),
  coordinates: z.optional(Coordinates),
});

export const UnitHistory = z.object({
  unit: RegisterUnit,
  government: z.object({ code: GovernmentCode, name: z.string() }),
  province: ProvinceCode,
  mayChange: z.boolean(),
  /** Nothing was ever entered for it, so that it may still belong to another government. */
  untouched: z.boolean(),
  /** Newest first. */
  events: z.array(
    z.object({
      kind: UnitEventKind,
      at: z.iso.datetime(),
      by: z.nullable(z.string()),
      reason: z.nullable(z.string()),
      before: z.nullable(Facts),
      after: z.nullable(Facts),
      other: z.nullable(z.object({ id: UnitId, name: z.string() })),
    }),
  ),
});
export type UnitHistory = z.infer<typeof UnitHistory>;

const UnitParams = z.object({ unitId: UnitId });

export const getUnitHistory = contract({
  method: 'GET',
  path: '/api/office/register/:unitId',
  summary: 'One permanent unit and everything that happened to it',
  who: READERS,
  params: UnitParams,
  ok: UnitHistory,
  problems: ['invalid-request', 'not-found'],
});

export const NewUnit = z.strictObject({
  government: GovernmentCode,
  kind: UnitKind,
  name: UnitName,
  address: z.nullable(UnitAddress),
  coordinates: z.nullable(UnitCoordinates),
});
export type NewUnit = z.infer<typeof NewUnit>;

const Registered = z.object({ unitId: UnitId });

export const registerUnit = contract({
  method: 'POST',
  path: '/api/office/register',
  summary: 'A unit that was not known before',
  who: PLANNERS,
  body: z.strictObject({ unit: NewUnit, reason: Reason }),
  ok: Registered,
  problems: ['invalid-request', 'not-found', 'unit-kind-unknown', 'unit-name-taken'],
});

const CHANGE_PROBLEMS = ['invalid-request', 'not-found', 'changed-meanwhile', 'unit-closed'] as const;

export const renameUnit = contract({
  method: 'POST',
  path: '/api/office/register/:unitId/name',
  summary: 'The unit is called otherwise from now on; phones show it with their next pull',
  who: PLANNERS,
  params: UnitParams,
  body: z.strictObject({ seen: Seen, name: UnitName, reason: Reason }),
  ok: UnitHistory,
  problems: [...CHANGE_PROBLEMS, 'unit-name-taken'],
});

export const moveUnit = contract({
  method: 'POST',
  path: '/api/office/register/:unitId/place',
  summary: 'The unit is somewhere else, or its place is known better; phones show it with their next pull',
  who: PLANNERS,
  params: UnitParams,
  body: z.strictObject({
    seen: Seen,
    address: z.nullable(UnitAddress),
    coordinates: z.nullable(UnitCoordinates),
    reason: Reason,
  }),
  ok: UnitHistory,
  problems: CHANGE_PROBLEMS,
});

export const changeGovernment = contract({
  method: 'POST',
  path: '/api/office/register/:unitId/government',
  summary: 'The unit belongs to another government of the province; only while nothing was entered for it',
  who: PLANNERS,
  params: UnitParams,
  body: z.strictObject({ seen: Seen, government: GovernmentCode, reason: Reason }),
  ok: UnitHistory,
  problems: [...CHANGE_PROBLEMS, 'unit-kind-unknown', 'unit-name-taken', 'unit-in-use'],
});

export const splitUnit = contract({
  method: 'POST',
  path: '/api/office/register/:unitId/split',
  summary: 'Part of the unit is a unit of its own from now on; what is being assessed stays with the old one',
  who: PLANNERS,
  params: UnitParams,
  body: z.strictObject({ seen: Seen, part: z.omit(NewUnit, { government: true }), reason: Reason }),
  ok: Registered,
  problems: [...CHANGE_PROBLEMS, 'unit-kind-unknown', 'unit-name-taken'],
});

export const closeUnit = contract({
  method: 'POST',
  path: '/api/office/register/:unitId/closing',
  summary: 'The unit is no more, or is there again; a running assessment stays where it is',
  who: PLANNERS,
  params: UnitParams,
  body: z.strictObject({ seen: Seen, closed: z.boolean(), reason: Reason }),
  ok: UnitHistory,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'already-decided'],
});

/** The plan of units: which of the register are assessed in a period. */

const PeriodParams = z.object({ periodId: PeriodId });

export const PlannedUnit = z.object({
  unitId: UnitId,
  kind: UnitKind,
  kindName: z.string(),
  name: z.string(),
  firstTime: z.boolean(),
  /** Closed in the register since it was planned. */
  closed: z.boolean(),
  team: z.nullable(z.string()),
  /** Exists from the first team on; null: it may still be taken out of the plan. */
  assessment: z.nullable(
    z.object({
      id: AssessmentId,
      version: z.int(),
      state: AssessmentState,
      note: z.nullable(z.string()),
      /** From whom the office knows that it cannot be assessed; nobody outside the office reads it. */
      source: z.nullable(z.string()),
    }),
  ),
  /** Its newest earlier result that stands. */
  last: z.nullable(z.object({ year: Year, zone: z.nullable(z.enum(['green', 'yellow', 'red'])) })),
});
export type PlannedUnit = z.infer<typeof PlannedUnit>;

const UnitLabel = z.object({ unitId: UnitId, name: z.string(), kindName: z.string() });

export const UnitPlan = z.object({
  version: z.int(),
  mayChange: z.boolean(),
  /** The result of the province is published: what follows is a correction, not planning. */
  published: z.boolean(),
  governments: z.array(
    z.object({
      ...GovernmentHead,
      units: z.array(PlannedUnit),
      /** Open units of the register that are not in the plan. */
      others: z.array(UnitLabel),
    }),
  ),
});
export type UnitPlan = z.infer<typeof UnitPlan>;

export const getUnitPlan = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/units',
  summary: 'The units of a province in a period, by government',
  who: READERS,
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  ok: UnitPlan,
  problems: ['invalid-request', 'not-found'],
});

/** More than a province has. */
export const MOST_UNITS = 5_000;

const UnitIds = z.array(UnitId).check(
  z.minLength(1),
  z.maxLength(MOST_UNITS),
  z.refine((ids) => new Set(ids).size === ids.length, 'Satu unit disebut dua kali'),
);
const ChosenUnits = z.strictObject({
  province: ProvinceCode,
  /** Version of the plan on the screen. */
  version: z.int().check(z.minimum(0)),
  units: UnitIds,
});
const Changed = z.object({ version: z.int() });
const PLAN_PROBLEMS = ['invalid-request', 'not-found', 'changed-meanwhile', 'plan-closed'] as const;

export const planUnits = contract({
  method: 'POST',
  path: '/api/office/periods/:periodId/units',
  summary: 'Takes units of the register into the plan',
  who: PLANNERS,
  params: PeriodParams,
  body: ChosenUnits,
  bodyLimit: 512 * 1024,
  ok: Changed,
  problems: [...PLAN_PROBLEMS, 'unit-closed', 'already-decided'],
});

export const unplanUnits = contract({
  method: 'POST',
  path: '/api/office/periods/:periodId/units/removal',
  summary: 'Takes units out of the plan that no team ever had',
  who: PLANNERS,
  params: PeriodParams,
  body: ChosenUnits,
  bodyLimit: 512 * 1024,
  ok: Changed,
  problems: [...PLAN_PROBLEMS, 'unit-in-use'],
});

/** Whoever learns outside of the field that a unit cannot be assessed says what and from where. */
export const OfficeNotAssessedInput = z.strictObject({
  /** Version of the assessment on the screen. */
  version: z.int().check(z.minimum(0)),
  reason: NotAssessedReason,
  note: z.string().check(z.trim(), z.minLength(10), z.maxLength(600)),
  source: z.string().check(z.trim(), z.minLength(10), z.maxLength(300)),
});
export type OfficeNotAssessedInput = z.infer<typeof OfficeNotAssessedInput>;

export const recordNotAssessedByOffice = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/not-assessed',
  summary: 'The office knows that the unit cannot be assessed, with the reason and where it knows it from',
  who: PLANNERS,
  params: z.object({ assessmentId: AssessmentId }),
  body: OfficeNotAssessedInput,
  ok: z.object({ version: z.int() }),
  problems: ['invalid-request', 'not-found', 'assessment-not-open', 'changed-meanwhile'],
});

/** What copying the last season would take; taking it is `planUnits`. */
export const LastSeason = z.object({
  /** Null where no earlier season had units of this province. */
  year: z.nullable(Year),
  version: z.int(),
  governments: z.array(
    z.object({
      code: GovernmentCode,
      name: z.string(),
      /** Assessed then, open now, not in the plan yet. */
      taken: z.array(UnitLabel),
      /** In the plan already. */
      planned: z.int(),
      closed: z.array(UnitLabel),
      /** Registered and open, but not among the units of that season nor in the plan. */
      left: z.array(UnitLabel),
    }),
  ),
});
export type LastSeason = z.infer<typeof LastSeason>;

export const getLastSeason = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/units/last-season',
  summary: 'Which units of the last season of the province could be taken into the plan',
  who: READERS,
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  ok: LastSeason,
  problems: ['invalid-request', 'not-found'],
});
