import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { Actor } from '@patuh/shared/domain/actor';

import type { PlanOf } from './hold.ts';
import { whyNotPlan } from './policy.ts';
import { findPeriod, saveAnswer } from './queries.ts';
import { standingWarnings, teamPlan } from './team-plan.ts';

/**
 * Says why things that look wrong in the plan are right, of all of them the same. It stands for as long as the plan is so;
 * throws `not-found` where one of them is not, and then none is answered.
 */
export async function answerWarnings(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, province, keys, reason }: PlanOf & { readonly keys: readonly string[]; readonly reason: string },
): Promise<TeamPlan> {
  await inTransaction(deps.db, async (trx) => {
    const of = { periodId, province };
    const whyNot = whyNotPlan(actor, province, await findPeriod(trx, periodId));
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    const standing = await standingWarnings(trx, of);
    const answered = new Set(keys);
    if (![...answered].every((key) => standing.has(key))) throw new ProblemError('not-found');
    const said = { reason, by: actor.personId, at: deps.now() };
    for (const key of [...answered].toSorted()) await saveAnswer(trx, of, { key, ...said });
    for (const [about, own] of Map.groupBy(answered, teamAndKind)) {
      const [kind = '', team = ''] = about.split(' ');
      await appendAudit(
        trx,
        {
          office: province,
          actor: { kind: 'person', id: actor.personId },
          action: 'team.warning-answered',
          subject: { kind: 'team', id: team },
          beforeHash: null,
          afterHash: null,
          detail: { period: periodId, kind, warnings: own.length },
        },
        deps.now,
      );
    }
  });
  return await teamPlan(deps, actor, { periodId, province });
}

/** By what a key begins: see `warningKey`. */
function teamAndKind(key: string): string {
  return key.split(' ').slice(0, 2).join(' ');
}
