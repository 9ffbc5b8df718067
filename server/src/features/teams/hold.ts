import { type ApiDeps } from '@patuh/server/platform/access';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import { againAfterRace } from '@patuh/server/platform/race';
import { secondVisits, seenTwice, whyNotSecondTeam } from '@patuh/server/platform/second-visit';
import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { whyNotPlan } from './policy.ts';
import { findPeriod, holdOtherPlan } from './queries.ts';
import { teamPlan } from './team-plan.ts';

/** Whose plan it is. */
export interface PlanOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** Held until the transaction ends. */
export interface HeldPlan extends PlanOf {
  readonly trx: Writer;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Changes a plan that nobody else changes meanwhile, and answers with it as it is then. Throws `not-found`, `not-permitted`,
 * and `changed-meanwhile` where it is not as it was seen.
 */
export async function changePlan(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, province, seen }: PlanOf & { readonly seen: number },
  change: (plan: HeldPlan) => Promise<void>,
): Promise<TeamPlan> {
  await againAfterRace(
    async () =>
      await inTransaction(db, async (trx) => {
        const reason = whyNotPlan(actor, province, await findPeriod(trx, periodId));
        if (reason !== undefined) throw new ProblemError(reason);
        const at = now();
        await lockPlan(trx, { periodId, province }, { seen, by: actor.personId, now: at });
        await change({ trx, actor, now: at, periodId, province });
      }),
  );
  return await teamPlan({ db, now }, actor, { periodId, province });
}

/**
 * Refuses what would let somebody see a unit from both sides of a comparison. Both plans are held: a change of the other one
 * is seen, or waits. Throws `second-team-not-blind` with the units.
 */
export async function keepBlind({ trx, periodId, province }: HeldPlan): Promise<void> {
  if (!(await holdOtherPlan(trx, { periodId, province }))) return;
  const visits = await secondVisits(trx, { periodId, province });
  const reason = whyNotSecondTeam(visits);
  if (reason === undefined) return;
  const both = visits.filter((visit) => seenTwice(visit).length > 0);
  throw new ProblemError(reason, [], { blockers: both.map(({ unit }) => unit) });
}
