import type { ApiDeps } from '@patuh/server/platform/access';
import { assignedEvent, assignTeams, type Assignment } from '@patuh/server/platform/assign-team';
import { appendAudit } from '@patuh/server/platform/audit';
import { ProblemError } from '@patuh/server/platform/problem';
import { keepBlind } from '@patuh/server/platform/second-visit';
import type { AssignUnitsInput, TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';

import { changePlan, type HeldPlan, type PlanOf } from './hold.ts';
import { findTeams, findUnits } from './queries.ts';

/**
 * Gives units of the plan to teams, all or none. Throws `unit-named-twice` with the units, `second-team-not-blind`, and
 * `not-found` for a unit or team that is not of this plan.
 */
export async function assignUnits(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  input: PlanOf & AssignUnitsInput,
): Promise<TeamPlan> {
  return await changePlan(deps, actor, input, async (plan) => {
    const { trx, periodId, now } = plan;
    await refuseUnfit(plan, input.assignments);
    const assigned = await assignTeams(trx, { periodId, now }, input.assignments);
    await keepBlind(plan.trx, plan);
    const said = { office: plan.province, actor: { kind: 'person' as const, id: actor.personId } };
    for (const one of assigned) await appendAudit(trx, assignedEvent(one, said), deps.now);
  });
}

async function refuseUnfit(plan: HeldPlan, assignments: readonly Assignment[]): Promise<void> {
  const names = new Map((await findUnits(plan.trx, plan)).map(({ id, name }) => [id, name]));
  const teams = new Set((await findTeams(plan.trx, plan)).map(({ id }) => id));
  const isKnown = assignments.every(({ unitId, teamId }) => names.has(unitId) && teams.has(teamId));
  if (!isKnown) throw new ProblemError('not-found');
  const twice = [...Map.groupBy(assignments, ({ unitId }) => unitId)].filter(([, own]) => own.length > 1);
  if (twice.length === 0) return;
  throw new ProblemError('unit-named-twice', [], { blockers: twice.map(([id]) => names.get(id) ?? '') });
}
