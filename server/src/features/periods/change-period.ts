import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PeriodSettings, PeriodView } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { settingsHash } from './hashes.ts';
import { holdToRun } from './hold.ts';
import { isPublished, saveSettings } from './queries.ts';
import { periodView } from './view.ts';

/** Changes what a period is run by. What was published stays final: its window for answers is not opened again. */
export async function changePeriod(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    periodId,
    seen,
    settings,
  }: { readonly periodId: PeriodId; readonly seen: number; readonly settings: PeriodSettings },
): Promise<PeriodView> {
  return await inTransaction(db, async (trx) => {
    const period = await holdToRun(trx, actor, { periodId, seen });
    const { clarificationUntil } = settings;
    if (clarificationUntil !== period.settings.clarificationUntil && (await isPublished(trx, periodId))) {
      throw new ProblemError('assessment-published', [
        {
          field: 'body.settings.clarificationUntil',
          message: 'Hasil sudah terbit; batas klarifikasi tidak berubah lagi',
        },
      ]);
    }
    await saveSettings(trx, periodId, settings);
    const view = await periodView(trx, actor, periodId);
    await appendAudit(
      trx,
      {
        office: period.province ?? 'pusat',
        actor: { kind: 'person', id: actor.personId },
        action: 'period.changed',
        subject: { kind: 'period', id: periodId },
        beforeHash: settingsHash(period.settings),
        afterHash: settingsHash(settings),
        detail: {
          secondVisitPercent: settings.secondVisitPercent,
          samplePercent: settings.samplePercent,
          edgePoints: settings.edgePoints,
          reviewDays: settings.reviewDays,
          scoreBeforeSubmission: settings.scoreBeforeSubmission ? 'yes' : 'no',
          ...(clarificationUntil !== null && { clarificationUntil: clarificationUntil.slice(0, 10) }),
        },
      },
      now,
    );
    return view;
  });
}
