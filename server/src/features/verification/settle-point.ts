import type { ApiDeps } from '@patuh/server/platform/access';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { findPoints, settlePoints } from '@patuh/server/platform/assessments/points';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId, PointId } from '@patuh/shared/domain/ids';

import { auditDecision } from './audit.ts';
import { whyNotSettle, whyNotVerify } from './policy.ts';
import { lockForDecision, obey } from './under-lock.ts';

/** A returned point is in order now, or was given back by mistake. Settling it again changes nothing. */
export async function settlePoint(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId: id,
    pointId,
    version,
  }: { readonly assessmentId: AssessmentId; readonly pointId: PointId; readonly version: number },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const decision = await lockForDecision(trx, actor, { id, now: at });
    obey(whyNotVerify(decision));
    const point = (await findPoints(trx, id)).find((one) => one.id === pointId);
    if (point === undefined) throw new ProblemError('not-found');
    if (point.state === 'settled') return;
    obey(whyNotSettle(decision, version));
    await settlePoints(trx, [pointId], { person: actor.personId, at });
    await raiseVersion(trx, id);
    const { assessment } = decision;
    const detail = { point: pointId, was: point.state };
    await auditDecision(trx, { actor, assessment, action: 'point.settled', detail }, deps.now);
  });
}
