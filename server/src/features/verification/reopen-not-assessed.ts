import type { ApiDeps } from '@patuh/server/platform/access';
import { takeInWhatWaited } from '@patuh/server/platform/assessments/late';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction } from '@patuh/server/platform/database';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { auditDecision } from './audit.ts';
import { whyNotReopen } from './policy.ts';
import { findFormerState, setState } from './queries.ts';
import { lockForDecision, obey } from './under-lock.ts';

/**
 * A unit recorded as not assessed goes back to its team; whatever was entered before is still there, and what phones
 * brought meanwhile comes in. The team can do so itself until the result is published; afterwards it is the beginning of a
 * correction, and the office's.
 */
export async function reopenNotAssessed(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { assessmentId: id, version: seen }: { readonly assessmentId: AssessmentId; readonly version: number },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const decision = await lockForDecision(trx, actor, { id, now: at });
    obey(whyNotReopen(decision, seen));
    const { assessment } = decision;
    const version = await raiseVersion(trx, id);
    const late = await takeInWhatWaited(trx, assessment, { by: actor.personId, version, now: at });
    const state = await findFormerState(trx, id);
    await setState(trx, id, { state });
    const detail = { from: assessment.state, to: state, ...(late > 0 && { late }) };
    await auditDecision(trx, { actor, assessment, action: 'assessment.reopened', detail }, deps.now);
  });
}
