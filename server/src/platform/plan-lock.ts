import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from './database.ts';
import { ProblemError } from './problem.ts';

/** What one province plans for one period. */
export interface PlanOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** Version of a plan; 0 before anybody planned. */
export async function planVersion(db: Reader, { periodId, province }: PlanOf): Promise<number> {
  const row = await db
    .selectFrom('period_plan')
    .select('version')
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/**
 * Holds the plan until the transaction ends and answers with its new version: whoever changes the units, teams or days of a
 * province in a period does so under it. Throws `changed-meanwhile` if somebody changed it since `seen`.
 */
export async function lockPlan(
  trx: Writer,
  { periodId, province }: PlanOf,
  { seen, by, now }: { readonly seen: number; readonly by: PersonId; readonly now: Date },
): Promise<number> {
  await trx
    .insertInto('period_plan')
    .values({ period_id: periodId, province_code: province, changed_by: null, changed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const changed = await trx
    .updateTable('period_plan')
    .set(({ eb }) => ({ version: eb('version', '+', 1), changed_by: by, changed_at: now }))
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst();
  if (changed === undefined) throw new ProblemError('changed-meanwhile');
  return changed.version;
}
