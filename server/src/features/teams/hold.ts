import { type ApiDeps } from '@patuh/server/platform/access';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { holdPeople } from '@patuh/server/platform/hold-people';
import { lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import { againAfterRace } from '@patuh/server/platform/race';
import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';

import { whyNotPlan } from './policy.ts';
import { findPeriod } from './queries.ts';
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
  {
    periodId,
    province,
    seen,
    people = [],
  }: PlanOf & {
    readonly seen: number;
    /** Who gets work by it. */
    readonly people?: readonly PersonId[];
  },
  change: (plan: HeldPlan) => Promise<void>,
): Promise<TeamPlan> {
  await againAfterRace(
    async () =>
      await inTransaction(db, async (trx) => {
        const reason = whyNotPlan(actor, province, await findPeriod(trx, periodId));
        if (reason !== undefined) throw new ProblemError(reason);
        await holdPeople(trx, people);
        const at = now();
        await lockPlan(trx, { periodId, province }, { seen, by: actor.personId, now: at });
        await change({ trx, actor, now: at, periodId, province });
      }),
  );
  return await teamPlan({ db, now }, actor, { periodId, province });
}
