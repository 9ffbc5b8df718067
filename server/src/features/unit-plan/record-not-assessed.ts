import type { ApiDeps } from '@patuh/server/platform/access';
import { lockAssessments, raiseVersion } from '@patuh/server/platform/assessments/lock';
import { isAsSeen } from '@patuh/server/platform/assessments/seen';
import { appendAudit } from '@patuh/server/platform/audit';
import { closeSecondVisits, holdSecondVisit } from '@patuh/server/platform/close-second-visit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { OfficeNotAssessedInput } from '@patuh/shared/contracts/units';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { whyNotChange } from '@patuh/server/platform/register/policy';
import { saveOfficeNotAssessed } from './queries.ts';

const OPEN: ReadonlySet<AssessmentState> = new Set(['assigned', 'in-progress', 'returned']);

/**
 * The head learned without a visit that a unit cannot be assessed, and says from where, which the office alone reads. The team
 * sees it with its next pull; what was answered stays, and comes back if the unit is opened again. Throws the problems of the contract.
 */
export async function recordNotAssessed(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId,
    version: seen,
    reason,
    note,
    source,
  }: OfficeNotAssessedInput & { readonly assessmentId: AssessmentId },
): Promise<{ readonly version: number }> {
  return await inTransaction(db, async (trx) => {
    const at = now();
    const held = await lockAssessments(trx, await holdSecondVisit(trx, assessmentId), at);
    const assessment = held.get(assessmentId);
    const whyNot = assessment === undefined ? 'not-found' : whyNotChange(actor, assessment.place.province);
    if (assessment === undefined || whyNot !== undefined) throw new ProblemError(whyNot ?? 'not-found');
    if (!OPEN.has(assessment.state)) throw new ProblemError('assessment-not-open');
    if (!isAsSeen(assessment, seen)) throw new ProblemError('changed-meanwhile');
    await saveOfficeNotAssessed(trx, assessmentId, { reason, note, source, by: actor.personId, at });
    const version = await raiseVersion(trx, assessmentId);
    await appendAudit(
      trx,
      {
        office: assessment.place.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'assessment.not-assessed',
        subject: { kind: 'assessment', id: assessmentId },
        beforeHash: null,
        afterHash: null,
        detail: { from: assessment.state, to: 'not-assessed', reason, version, decision: 'office' },
      },
      now,
    );
    const { periodId, place } = assessment;
    const ended = { periodId, province: place.province, units: [place.unit], personId: actor.personId };
    await closeSecondVisits(trx, ended, now);
    return { version };
  });
}
