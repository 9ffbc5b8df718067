import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';

import type { PlanOf } from './hold.ts';
import { whyNotPlan } from './policy.ts';
import { findPeriod, saveAnswer } from './queries.ts';
import { hasWarning, teamPlan } from './team-plan.ts';

/**
 * Says why something that looks wrong in the plan is right. It stands for as long as the plan is so; throws `not-found`
 * where it is not.
 */
export async function answerWarning(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, province, key, reason }: PlanOf & { readonly key: string; readonly reason: string },
): Promise<TeamPlan> {
  await inTransaction(deps.db, async (trx) => {
    const of = { periodId, province };
    const whyNot = whyNotPlan(actor, province, await findPeriod(trx, periodId));
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    if (!(await hasWarning(trx, of, key))) throw new ProblemError('not-found');
    await saveAnswer(trx, of, { key, reason, by: actor.personId, at: deps.now() });
    const [kind = '', team = ''] = key.split(' ');
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: actor.personId },
        action: 'team.warning-answered',
        subject: { kind: 'team', id: team },
        beforeHash: null,
        afterHash: null,
        detail: { period: periodId, kind },
      },
      deps.now,
    );
  });
  return await teamPlan(deps, actor, { periodId, province });
}
