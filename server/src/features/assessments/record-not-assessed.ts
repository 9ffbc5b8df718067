import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { lockAssessments, raiseVersion } from '@patuh/server/platform/assessments/lock';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { appendAudit } from '@patuh/server/platform/audit';
import { closeSecondVisits, holdSecondVisit } from '@patuh/server/platform/close-second-visit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { isShownUnassessable } from '@patuh/shared/checks/not-assessed';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { currentValues } from '@patuh/shared/sync/values';

import { whyNotRecordNotAssessed } from './policy.ts';
import { saveNotAssessed } from './queries.ts';
import { viewOf } from './view-of.ts';

/**
 * The unit could not be assessed: counted apart, with its reason and what shows it. Answers that were given stay where they
 * are. Throws the problems of the contract.
 */
export async function recordNotAssessed(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  {
    assessmentId,
    reason,
    note,
    version,
  }: {
    readonly assessmentId: AssessmentId;
    readonly reason: NotAssessedReason;
    readonly note: string;
    readonly version: number;
  },
): Promise<AssessmentView> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const held = await lockAssessments(trx, await holdSecondVisit(trx, assessmentId), at);
    const assessment = held.get(assessmentId);
    if (assessment === undefined) throw new ProblemError('not-found');
    const role = await teamRoleOf(trx, actor, assessmentId);
    const whyNot = whyNotRecordNotAssessed(role, assessment, version);
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    if (!isShownUnassessable(currentValues(await loadCells(trx, assessmentId)))) {
      throw new ProblemError('evidence-missing');
    }
    await saveNotAssessed(trx, { id: assessmentId, personId: actor.personId, at, reason, note });
    await raiseVersion(trx, assessmentId);
    await appendAudit(
      trx,
      {
        office: assessment.place.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'assessment.not-assessed',
        subject: { kind: 'assessment', id: assessmentId },
        beforeHash: null,
        afterHash: null,
        detail: { from: assessment.state, to: 'not-assessed', reason, version: assessment.version + 1 },
      },
      deps.now,
    );
    const { periodId, place } = assessment;
    const ended = { periodId, province: place.province, units: [place.unit], personId: actor.personId };
    await closeSecondVisits(trx, ended, deps.now);
  });
  return await viewOf(deps, assessmentId);
}
