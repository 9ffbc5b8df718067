import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { fitsTeamRole } from '@patuh/server/platform/assessments/team';
import * as membership from '@patuh/server/platform/assessments/change-member';
import { appendAudit } from '@patuh/server/platform/audit';
import { ProblemError } from '@patuh/server/platform/problem';
import { keepBlind } from '@patuh/server/platform/second-visit';
import type { CreateTeamInput, TeamPlan, TeamRole } from '@patuh/shared/contracts/teams';
import type { AuditDetail, AuditEntry } from '@patuh/shared/audit/event';
import type { Actor } from '@patuh/shared/domain/actor';
import { type PersonId, TeamId } from '@patuh/shared/domain/ids';
import { sameName } from '@patuh/shared/domain/unit';

import { changePlan, type HeldPlan, type PlanOf } from './hold.ts';
import { findCandidates, findTeams, insertTeam, isMember, renameTeamTo } from './queries.ts';

type Deps = Pick<ApiDeps, 'db' | 'now'>;
type OfTeam = PlanOf & { readonly teamId: TeamId; readonly seen: number };
type OfMember = OfTeam & { readonly personId: PersonId };

/** A new team. Throws `team-name-taken` and `person-not-for-team`. */
export async function createTeam(deps: Deps, actor: Actor, input: PlanOf & CreateTeamInput): Promise<TeamPlan> {
  const people = input.members.map(({ personId }) => personId);
  return await changePlan(deps, actor, { ...input, people }, async (plan) => {
    const { name, members } = input;
    await refuseTakenName(plan, name);
    for (const member of members) await refuseUnfit(plan, member);
    const teamId = TeamId.parse(randomUUID());
    await insertTeam(plan.trx, plan, teamId, name);
    for (const member of members) await membership.joinTeam(plan.trx, { teamId, ...member });
    await say(deps, plan, { action: 'team.created', teamId, detail: { people: members.length } });
    for (const { personId, role } of members) {
      await say(deps, plan, { action: 'team.member-joined', teamId, detail: { person: personId, role } });
    }
  });
}

export async function renameTeam(
  deps: Deps,
  actor: Actor,
  input: OfTeam & { readonly name: string },
): Promise<TeamPlan> {
  return await changePlan(deps, actor, input, async (plan) => {
    const { teamId, name } = input;
    await refuseUnknown(plan, teamId);
    await refuseTakenName(plan, name, teamId);
    await renameTeamTo(plan.trx, teamId, name);
    await membership.tellTeam(plan.trx, teamId);
    await say(deps, plan, { action: 'team.renamed', teamId, detail: {} });
  });
}

/** Somebody becomes a member, is one again, or gets the other role. Throws `person-not-for-team`, `second-team-not-blind`. */
export async function joinTeam(
  deps: Deps,
  actor: Actor,
  input: OfMember & { readonly role: TeamRole },
): Promise<TeamPlan> {
  return await changePlan(deps, actor, { ...input, people: [input.personId] }, async (plan) => {
    const { teamId, personId, role } = input;
    await refuseUnknown(plan, teamId);
    await refuseUnfit(plan, { personId, role });
    await membership.joinTeam(plan.trx, { teamId, personId, role });
    await keepBlind(plan.trx, plan);
    await membership.tellTeam(plan.trx, teamId);
    await say(deps, plan, { action: 'team.member-joined', teamId, detail: { person: personId, role } });
  });
}

/** The membership ends; nothing of what the person entered does. Throws `not-found` where they were no member. */
export async function leaveTeam(deps: Deps, actor: Actor, input: OfMember): Promise<TeamPlan> {
  return await changePlan(deps, actor, input, async (plan) => {
    const { teamId, personId } = input;
    await refuseUnknown(plan, teamId);
    if (!(await isMember(plan.trx, teamId, personId))) throw new ProblemError('not-found');
    await membership.leaveTeam(plan.trx, { teamId, personId }, plan.now);
    await membership.tellTeam(plan.trx, teamId);
    await say(deps, plan, { action: 'team.member-left', teamId, detail: { person: personId } });
  });
}

async function refuseUnknown(plan: HeldPlan, teamId: TeamId): Promise<void> {
  const teams = await findTeams(plan.trx, plan);
  if (!teams.some(({ id }) => id === teamId)) throw new ProblemError('not-found');
}

async function refuseTakenName(plan: HeldPlan, name: string, own?: TeamId): Promise<void> {
  const teams = await findTeams(plan.trx, plan);
  const isTaken = teams.some((team) => team.id !== own && sameName(team.name) === sameName(name));
  if (isTaken) throw new ProblemError('team-name-taken', [{ field: 'body.name', message: 'Nama ini sudah dipakai' }]);
}

async function refuseUnfit(
  plan: HeldPlan,
  { personId, role }: { readonly personId: PersonId; readonly role: TeamRole },
): Promise<void> {
  const found = (await findCandidates(plan.trx, plan.province)).find((person) => person.personId === personId);
  if (found === undefined || !fitsTeamRole(role, found.roles)) throw new ProblemError('person-not-for-team');
}

interface Told {
  readonly action: AuditEntry['action'];
  readonly teamId: TeamId;
  readonly detail: AuditDetail;
}

async function say(
  { now }: Deps,
  { trx, actor, province, periodId }: HeldPlan,
  { action, teamId, detail }: Told,
): Promise<void> {
  await appendAudit(
    trx,
    {
      office: province,
      actor: { kind: 'person', id: actor.personId },
      action,
      subject: { kind: 'team', id: teamId },
      beforeHash: null,
      afterHash: null,
      detail: { period: periodId, ...detail },
    },
    now,
  );
}
