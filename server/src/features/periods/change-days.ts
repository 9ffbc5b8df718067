import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { ChangeDaysInput, PeriodView } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { daysHash } from './hashes.ts';
import { holdToRun } from './hold.ts';
import { whyNotPlan, whyNotRead } from './policy.ts';
import { findDays, findPeriod, raisePeriodVersion, saveDays } from './queries.ts';
import { periodView } from './view.ts';

type Change = ChangeDaysInput & { readonly periodId: PeriodId };

/** Sets the days of a period, or those of one province that win over them. */
export async function changeDays(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  change: Change,
): Promise<PeriodView> {
  const { periodId, province, days } = change;
  return await inTransaction(db, async (trx) => {
    const office =
      province === null
        ? await holdPeriod(trx, actor, change)
        : await holdPlan(trx, actor, { ...change, province }, now());
    const before = (await findDays(trx, periodId)).get(province) ?? [];
    await saveDays(trx, { periodId, province, days });
    const view = await periodView(trx, actor, periodId);
    await appendAudit(
      trx,
      {
        office,
        actor: { kind: 'person', id: actor.personId },
        action: 'period.days-changed',
        subject: { kind: 'period', id: periodId },
        beforeHash: daysHash(before),
        afterHash: daysHash(days),
        detail: { phases: days.length },
      },
      now,
    );
    return view;
  });
}

async function holdPeriod(trx: Writer, actor: Actor, change: Change): Promise<'pusat' | ProvinceCode> {
  const { province } = await holdToRun(trx, actor, change);
  await raisePeriodVersion(trx, change.periodId);
  return province ?? 'pusat';
}

async function holdPlan(
  trx: Writer,
  actor: Actor,
  { periodId, province, seen }: Change & { readonly province: ProvinceCode },
  now: Date,
): Promise<ProvinceCode> {
  const period = await findPeriod(trx, periodId);
  // A comparison has the days of its season.
  if (period === undefined || period.kind === 'comparison') throw new ProblemError('not-found');
  const whyNot = whyNotRead(actor, period, province) ?? whyNotPlan(actor, province);
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  await lockPlan(trx, { periodId, province }, { seen, by: actor.personId, now });
  return province;
}
