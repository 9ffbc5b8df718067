import type { ApiDeps } from '@patuh/server/platform/access';
import { takeInWhatWaited } from '@patuh/server/platform/assessments/late';
import { lockAssessment, raiseVersion } from '@patuh/server/platform/assessments/lock';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { whyNotReopen } from './policy.ts';
import { saveReopening } from './queries.ts';
import { viewOf } from './view-of.ts';

/**
 * A unit that was recorded as not assessed can be assessed after all: it stands where it stood before, with what phones
 * brought meanwhile.
 */
export async function reopenAssessment(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { assessmentId, version: seen }: { readonly assessmentId: AssessmentId; readonly version: number },
): Promise<AssessmentView> {
  await inTransaction(deps.db, async (trx) => {
    await lockAssessment(trx, assessmentId, deps.now());
    // Asked again under the lock: whoever held the unit before may just have published it.
    const assessment = await lockAssessment(trx, assessmentId, deps.now());
    if (assessment === undefined) throw new ProblemError('not-found');
    const whyNot = whyNotReopen(await teamRoleOf(trx, actor, assessmentId), assessment, seen);
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    const version = await raiseVersion(trx, assessmentId);
    const late = await takeInWhatWaited(trx, assessment, { by: actor.personId, version, now: deps.now() });
    const to = await saveReopening(trx, assessmentId);
    await appendAudit(
      trx,
      {
        office: assessment.place.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'assessment.reopened',
        subject: { kind: 'assessment', id: assessmentId },
        beforeHash: null,
        afterHash: null,
        detail: { from: 'not-assessed', to, version, ...(late > 0 && { late }) },
      },
      deps.now,
    );
  });
  return await viewOf(deps, assessmentId);
}
