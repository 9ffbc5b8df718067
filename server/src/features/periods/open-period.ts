import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PeriodView } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { holdToRun } from './hold.ts';
import { saveOpening } from './queries.ts';
import { periodView } from './view.ts';

/** From the next pull on the phones of its teams see the units of the period. It cannot be taken back. */
export async function openPeriod(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, seen }: { readonly periodId: PeriodId; readonly seen: number },
): Promise<PeriodView> {
  return await inTransaction(db, async (trx) => {
    const period = await holdToRun(trx, actor, { periodId, seen });
    if (period.openedAt !== null) throw new ProblemError('already-decided');
    await saveOpening(trx, periodId, now());
    const view = await periodView(trx, actor, periodId);
    await appendAudit(
      trx,
      {
        office: period.province ?? 'pusat',
        actor: { kind: 'person', id: actor.personId },
        action: 'period.opened',
        subject: { kind: 'period', id: periodId },
        beforeHash: null,
        afterHash: null,
        detail: { kind: period.kind, year: period.year },
      },
      now,
    );
    return view;
  });
}
