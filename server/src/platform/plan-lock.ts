import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

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
 * province in a period does so under it. Where units are assessed a second time, the other plan is held with it, so that both
 * sides can be asked for. Throws `changed-meanwhile` if somebody changed it since `seen`.
 */
export async function lockPlan(
  trx: Writer,
  { periodId, province }: PlanOf,
  { seen, by, now }: { readonly seen: number; readonly by: PersonId; readonly now: Date },
): Promise<number> {
  await holdPlans(trx, province, [periodId]);
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

/**
 * Holds the plans of a province in these periods, and in those they are compared with, without changing them. Whoever needs
 * several names them at once, before any unit or assessment is held: they are taken in one order, and nobody waits in a circle.
 */
export async function holdPlans(trx: Writer, province: ProvinceCode, periods: readonly PeriodId[]): Promise<void> {
  const ids = sql`(
    select id from period where id = any(${periods}::uuid[]) or compares = any(${periods}::uuid[])
      or id in (select compares from period where id = any(${periods}::uuid[])))`;
  await sql`
    insert into period_plan (period_id, province_code)
    select id, ${province} from period where id in ${ids} order by id
    on conflict do nothing`.execute(trx);
  await sql`
    select from period_plan where province_code = ${province} and period_id in ${ids}
    order by period_id for update`.execute(trx);
}
