import type { Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { whyNotRun } from './policy.ts';
import { lockPeriod, type PeriodRow } from './queries.ts';
import { periodView } from './view.ts';

/** The period under its row lock, for whoever runs it and saw it as it is. */
export async function holdToRun(
  trx: Writer,
  actor: Actor,
  { periodId, seen }: { readonly periodId: PeriodId; readonly seen: number },
): Promise<PeriodRow> {
  const period = await lockPeriod(trx, periodId);
  if (period === undefined) throw new ProblemError('not-found');
  // Whoever does not see it is told that it does not exist, and not that it is somebody else’s.
  await periodView(trx, actor, periodId);
  const whyNot = whyNotRun(actor, period);
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  if (period.version !== seen) throw new ProblemError('changed-meanwhile');
  return period;
}
