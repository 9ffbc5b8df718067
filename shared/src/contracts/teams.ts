import * as z from 'zod/mini';

import { AssessmentState } from '../domain/assessment.ts';
import { GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '../domain/ids.ts';
import { PLAN_WARNINGS } from '../domain/plan-warning.ts';
import { ONE_LINE, storable } from '../domain/text.ts';
import { contract } from './contract.ts';

/** Who visits which unit: the teams of a province in a period, their members, and the units each of them has. */

const READERS = ['head', 'verifier', 'national-admin'] as const;
const PLANNERS = ['head'] as const;

const PlanParams = z.object({ periodId: PeriodId, province: ProvinceCode });
const TeamParams = z.object({ ...PlanParams.shape, teamId: TeamId });
const MemberParams = z.object({ ...TeamParams.shape, personId: PersonId });

/** Version of the plan that was on the screen; another one meanwhile is `changed-meanwhile`. */
const Seen = z.int().check(z.minimum(0));

export const TeamRole = z.enum(['assessor', 'enumerator']);
export type TeamRole = z.infer<typeof TeamRole>;

export const TeamName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Beri tim sebuah nama'),
    z.maxLength(60, 'Nama tim paling panjang 60 huruf'),
    z.regex(ONE_LINE, 'Nama tim ditulis dalam satu baris'),
    storable,
  );

const PlannedMember = z.object({
  personId: PersonId,
  name: z.string(),
  role: TeamRole,
  /** Since when no more; null for a member of today. */
  leftAt: z.nullable(z.iso.datetime()),
  /** Why a member of today cannot work as one. */
  unable: z.nullable(z.enum(['account-closed', 'no-grant'])),
  /**
   * What came from them for units of the team after they had left it, or after the team had lost the unit: made before, or on a
   * phone that had not heard of it yet. Null where nothing did.
   */
  cameAfter: z.nullable(z.object({ entries: z.int(), last: z.iso.datetime() })),
});
export type PlannedMember = z.infer<typeof PlannedMember>;

export const PlannedTeam = z.object({
  id: TeamId,
  name: z.string(),
  /** Those of today first. */
  members: z.array(PlannedMember),
  units: z.int(),
  /** Of them handed in, whatever became of them since. */
  handedIn: z.int(),
});
export type PlannedTeam = z.infer<typeof PlannedTeam>;

export const PlannedUnit = z.object({
  id: UnitId,
  name: z.string(),
  kindName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  firstTime: z.boolean(),
  /** Null until a team has it. */
  teamId: z.nullable(TeamId),
  assessmentId: z.nullable(AssessmentId),
  state: z.nullable(AssessmentState),
  /** Teams that had it before. */
  formerTeams: z.array(TeamId),
});
export type PlannedUnit = z.infer<typeof PlannedUnit>;

/** What should make somebody look again; nothing of it is forbidden. */
export const PlanWarning = z.object({
  key: z.string(),
  kind: z.enum(PLAN_WARNINGS),
  teamId: TeamId,
  unitId: z.nullable(UnitId),
  /** Whom it is about. */
  person: z.nullable(z.object({ id: PersonId, name: z.string() })),
  /** Why it is right all the same, where somebody said so. */
  answer: z.nullable(z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() })),
});
export type PlanWarning = z.infer<typeof PlanWarning>;

/** Somebody with an open account who may be a member here. */
export const Candidate = z.object({ personId: PersonId, name: z.string(), roles: z.array(TeamRole) });
export type Candidate = z.infer<typeof Candidate>;

export const TeamPlan = z.object({
  version: z.int(),
  /** Who changed the plan last, and when; null before anybody did. */
  changed: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
  /** Phones see what is planned. */
  opened: z.boolean(),
  mayChange: z.boolean(),
  teams: z.array(PlannedTeam),
  /** By government, then by name. */
  units: z.array(PlannedUnit),
  warnings: z.array(PlanWarning),
  /** Of those who may change the plan only. */
  candidates: z.array(Candidate),
});
export type TeamPlan = z.infer<typeof TeamPlan>;

const BASE = '/api/periods/:periodId/teams/:province';

export const getTeamPlan = contract({
  method: 'GET',
  path: BASE,
  summary: 'Teams of a province in a period, the units of its plan, and what should make somebody look again',
  who: READERS,
  params: PlanParams,
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found'],
});

const Member = z.strictObject({ personId: PersonId, role: TeamRole });

export const CreateTeamInput = z.strictObject({
  seen: Seen,
  name: TeamName,
  members: z.array(Member).check(z.maxLength(20)),
});
export type CreateTeamInput = z.infer<typeof CreateTeamInput>;

export const createTeam = contract({
  method: 'POST',
  path: BASE,
  summary: 'A new team, with members or without',
  who: PLANNERS,
  params: PlanParams,
  body: CreateTeamInput,
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'team-name-taken', 'person-not-for-team'],
});

export const renameTeam = contract({
  method: 'PUT',
  path: `${BASE}/:teamId/name`,
  summary: 'Gives a team another name',
  who: PLANNERS,
  params: TeamParams,
  body: z.strictObject({ seen: Seen, name: TeamName }),
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'team-name-taken'],
});

export const joinTeam = contract({
  method: 'PUT',
  path: `${BASE}/:teamId/members/:personId`,
  summary: 'Makes somebody a member, again too, or gives a member the other role',
  who: PLANNERS,
  params: MemberParams,
  body: z.strictObject({ seen: Seen, role: TeamRole }),
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'person-not-for-team', 'second-team-not-blind'],
});

export const leaveTeam = contract({
  method: 'POST',
  path: `${BASE}/:teamId/members/:personId/departure`,
  summary: 'Ends a membership; what the person entered stays, and what their phone still brings is taken',
  who: PLANNERS,
  params: MemberParams,
  body: z.strictObject({ seen: Seen }),
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile'],
});

/** More than any province has. */
const MOST_UNITS = 1_000;

export const AssignUnitsInput = z.strictObject({
  seen: Seen,
  assignments: z
    .array(z.strictObject({ unitId: UnitId, teamId: TeamId }))
    .check(z.minLength(1), z.maxLength(MOST_UNITS)),
});
export type AssignUnitsInput = z.infer<typeof AssignUnitsInput>;

export const assignUnits = contract({
  method: 'PUT',
  path: '/api/periods/:periodId/assignments/:province',
  summary: 'Gives units of the plan to teams, all or none',
  who: PLANNERS,
  params: PlanParams,
  body: AssignUnitsInput,
  bodyLimit: 256 * 1024,
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'unit-named-twice', 'second-team-not-blind'],
});

/** Why something that looks wrong is right, in a few words. */
export const WarningReason = z
  .string()
  .check(
    z.trim(),
    z.minLength(5, 'Alasan sedikitnya 5 huruf'),
    z.maxLength(300, 'Alasan paling panjang 300 huruf'),
    storable,
  );

/** A government of units and a team of people, and some more. */
const MOST_ANSWERED = 200;

export const answerPlanWarning = contract({
  method: 'PUT',
  path: '/api/periods/:periodId/plan-warnings/:province',
  summary: 'Says why things that look wrong in the plan are right, of all of them the same',
  who: PLANNERS,
  params: PlanParams,
  body: z.strictObject({
    keys: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(MOST_ANSWERED)),
    reason: WarningReason,
  }),
  ok: TeamPlan,
  problems: ['invalid-request', 'not-found'],
});
