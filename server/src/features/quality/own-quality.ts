import { appendAudit } from '@patuh/server/platform/audit';
import { inSnapshot, inTransaction, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Tallies } from '@patuh/server/platform/quality/known-tallies';
import type { OwnQuality } from '@patuh/shared/contracts/quality';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { sha256Hex } from '@patuh/shared/publication/hash';

import { ownWork, type QualityDeps } from './get-quality.ts';
import { findOwnPeriods, saveSeen } from './queries.ts';

/** One’s own figures of the periods one works or worked in, where one still may. */
export async function ownQuality({ db, tallies }: Omit<QualityDeps, 'now'>, actor: Actor): Promise<OwnQuality> {
  return await inSnapshot(db, async (snapshot) => await ownIn(snapshot, tallies, actor));
}

async function ownIn(db: Reader, tallies: Tallies, actor: Actor): Promise<OwnQuality> {
  const periods = await mine(db, actor);
  const found = [];
  for (const { periodId, name, year, province } of periods) {
    const work = await ownWork(db, tallies, { person: actor.personId, periodId, province });
    if (work !== undefined) found.push({ periodId, name, year, ...work });
  }
  return { periods: found };
}

/** Notes that the person has seen it, and what they say to it; from then on the office sees it too. */
export async function answerOwn(
  { db, now, tallies }: QualityDeps,
  actor: Actor,
  { periodId, remark }: { readonly periodId: PeriodId; readonly remark: string | null },
): Promise<OwnQuality> {
  return await inTransaction(db, async (trx) => {
    const period = (await mine(trx, actor)).find((one) => one.periodId === periodId);
    if (period === undefined) throw new ProblemError('not-found');
    await saveSeen(trx, { periodId, personId: actor.personId, remark, at: now() });
    const own = await ownIn(trx, tallies, actor);
    await appendAudit(
      trx,
      {
        office: period.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'quality.answered',
        subject: { kind: 'period', id: periodId },
        beforeHash: null,
        afterHash: remark === null ? null : sha256Hex(remark),
        detail: {},
      },
      now,
    );
    return own;
  });
}

async function mine(db: Reader, actor: Actor) {
  const periods = await findOwnPeriods(db, actor.personId);
  return periods.filter(({ province }) => hasRole(actor, ['assessor', 'enumerator'], { province }));
}
