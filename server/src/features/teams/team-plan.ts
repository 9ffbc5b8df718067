import type { ApiDeps } from '@patuh/server/platform/access';
import { fitsTeamRole } from '@patuh/server/platform/assessments/team';
import { stateNow } from '@patuh/server/platform/assessments/state';
import { unitKindName } from '@patuh/server/platform/assessments/view';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { planWarnings, warningKey } from '@patuh/shared/checks/plan-warnings';
import type {
  Candidate,
  PlannedMember,
  PlannedTeam,
  PlannedUnit,
  PlanWarning,
  TeamPlan,
} from '@patuh/shared/contracts/teams';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';

import type { PlanOf } from './hold.ts';
import { whyNotRead } from './policy.ts';
import * as queries from './queries.ts';

/** The teams of a province and what they have. Throws `not-found` outside the caller's scope. */
export async function teamPlan({ db, now }: Pick<ApiDeps, 'db' | 'now'>, actor: Actor, of: PlanOf): Promise<TeamPlan> {
  return await inSnapshot(db, async (snapshot) => {
    const period = await queries.findPeriod(snapshot, of.periodId);
    const reason = whyNotRead(actor, of.province, period);
    if (period === undefined || reason !== undefined) throw new ProblemError(reason ?? 'not-found');
    const found = await readPlan(snapshot, of, period);
    const mayChange = hasRole(actor, ['head'], { province: of.province });
    return {
      version: found.plan?.version ?? 0,
      changed: changedOf(found.plan),
      opened: period.openedAt !== null,
      mayChange,
      teams: teamsOf(found),
      units: found.units.map((unit) => unitOf(unit, period, now())),
      warnings: warningsOf(found),
      candidates: mayChange ? candidatesOf(found.candidates) : [],
    };
  });
}

/** The keys of what still stands in the plan. */
export async function standingWarnings(db: Reader, of: PlanOf): Promise<ReadonlySet<string>> {
  const period = await queries.findPeriod(db, of.periodId);
  if (period === undefined) return new Set();
  return new Set(warningsOf(await readPlan(db, of, period)).map(({ key }) => key));
}

async function readPlan(db: Reader, of: PlanOf, period: queries.FoundPeriod) {
  const teams = await queries.findTeams(db, of);
  const ids = teams.map(({ id }) => id);
  return {
    province: of.province,
    plan: await queries.findPlan(db, of),
    teams,
    members: Map.groupBy(await queries.findMembers(db, of.province, ids), ({ teamId }) => teamId),
    cameAfter: await queries.findCameAfter(db, ids),
    units: await queries.findUnits(db, of),
    lastSeason: await queries.findLastSeason(db, of, period),
    answers: await queries.findAnswers(db, of),
    candidates: await queries.findCandidates(db, of.province),
  };
}

type Found = Awaited<ReturnType<typeof readPlan>>;

function changedOf(plan: Found['plan']): TeamPlan['changed'] {
  if (plan === undefined || plan.by === null || plan.at === null) return null;
  return { by: plan.by, at: plan.at.toISOString() };
}

type FoundMember = Awaited<ReturnType<typeof queries.findMembers>>[number];

function teamsOf({ teams, members, cameAfter, units }: Found): PlannedTeam[] {
  const unitsOf = Map.groupBy(units, ({ teamId }) => teamId);
  return teams.map(({ id, name }) => {
    const own = unitsOf.get(id) ?? [];
    return {
      id,
      name,
      members: (members.get(id) ?? []).map(({ personId, name: person, role, leftAt, ...rest }) => ({
        personId,
        name: person,
        role,
        leftAt: leftAt?.toISOString() ?? null,
        unable: leftAt === null ? whyUnable({ role, ...rest }) : null,
        cameAfter: cameOf(cameAfter.find((came) => came.teamId === id && came.personId === personId)),
      })),
      units: own.length,
      handedIn: own.filter(({ submittedAt }) => submittedAt !== null).length,
    };
  });
}

function cameOf(came: Found['cameAfter'][number] | undefined): PlannedMember['cameAfter'] {
  return came === undefined ? null : { entries: came.entries, last: came.last.toISOString() };
}

function whyUnable({ role, closed, roles }: Pick<FoundMember, 'role' | 'closed' | 'roles'>) {
  if (closed) return 'account-closed';
  return fitsTeamRole(role, roles) ? null : 'no-grant';
}

type FoundUnit = Awaited<ReturnType<typeof queries.findUnits>>[number];

function unitOf(unit: FoundUnit, { clarificationUntil }: queries.FoundPeriod, now: Date): PlannedUnit {
  const { id, name, kind, government, governmentName, firstTime, teamId, assessmentId, state, formerTeams } = unit;
  return {
    id,
    name,
    kindName: unitKindName(kind),
    government: { code: government, name: governmentName },
    firstTime,
    teamId,
    assessmentId,
    state: state === null ? null : stateNow(state, clarificationUntil, now),
    formerTeams: [...formerTeams],
  };
}

function warningsOf({ teams, members, units, lastSeason, answers }: Found): PlanWarning[] {
  const today = (id: FoundMember['teamId']): readonly FoundMember[] =>
    (members.get(id) ?? []).filter(({ leftAt }) => leftAt === null);
  const names = new Map([...members.values()].flat().map(({ personId, name }) => [personId, name]));
  const found = planWarnings({
    teams: teams.map(({ id }) => ({
      id,
      members: today(id).map(({ personId, home, ...member }) => ({
        personId,
        home,
        mayHandIn: member.role === 'assessor' && whyUnable(member) === null,
      })),
    })),
    // What is closed is nobody's work any more.
    units: units
      .filter(({ state }) => state !== 'not-assessed')
      .map(({ id, government, teamId, verifier }) => ({
        id,
        government,
        teamId,
        verifier,
        lastSeason: lastSeason.get(id) ?? [],
      })),
  });
  return found.map((warning) => {
    const { kind, teamId, unitId, personId } = warning;
    const key = warningKey(warning);
    const person = personId === null ? null : { id: personId, name: names.get(personId) ?? '' };
    return { key, kind, teamId, unitId, person, answer: answers.get(key) ?? null };
  });
}

function candidatesOf(found: Found['candidates']): Candidate[] {
  return found.map(({ personId, name, roles }) => ({
    personId,
    name,
    roles: (['assessor', 'enumerator'] as const).filter((role) => fitsTeamRole(role, roles)),
  }));
}
