import type { ApiDeps } from '@patuh/server/platform/access';
import { loadStoredCells } from '@patuh/server/platform/assessments/cells';
import { countReviewDays } from '@patuh/server/platform/assessments/duty';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { lockAssessment, raiseVersion } from '@patuh/server/platform/assessments/lock';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { loadPoints } from '@patuh/server/platform/assessments/view-rows';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { reviewHandedIn } from '@patuh/server/platform/review/review-now';
import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { holdsUp } from '@patuh/shared/checks/explained';
import type { AssessmentView, Manifest } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { currentValues } from '@patuh/shared/sync/values';

import { differences } from './manifest.ts';
import { whyNotSubmit } from './policy.ts';
import { findCoordinates, saveSubmission } from './queries.ts';
import { viewOf } from './view-of.ts';

/**
 * The team's assessor hands the unit in. Refused with the places where device and server differ, or with the list of all
 * that is missing, and of what a verifier would ask and nobody has said a word to.
 */
export async function submitAssessment(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { assessmentId, manifest }: { readonly assessmentId: AssessmentId; readonly manifest: Manifest },
): Promise<AssessmentView> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const assessment = await lockAssessment(trx, assessmentId, at);
    if (assessment === undefined) throw new ProblemError('not-found');
    const whyNot = whyNotSubmit(await teamRoleOf(trx, actor, assessmentId), assessment);
    if (whyNot !== undefined) throw new ProblemError(whyNot);

    const { version, state, unitKind, place } = assessment;
    const loaded = await instrumentOf(trx, assessment);
    const { instrument } = loaded;
    const stored = (await loadStoredCells(trx, [assessmentId])).get(assessmentId) ?? [];
    const cells = stored.map(({ cell }) => cell);
    const hash = answersHash(cells.map(hashedCell));
    const blockers = differences(manifest, { version, answersHash: hash, cells: stored, instrument, unitKind });
    if (blockers.length > 0) throw new ProblemError('manifest-differs', [], { blockers: [...blockers] });

    const points = (await loadPoints(trx, [assessmentId])).get(assessmentId) ?? [];
    const coordinates = await findCoordinates(trx, assessmentId);
    const values = currentValues(cells);
    const findings = checkAssessment({ instrument, unitKind, cells, points, coordinates });
    const holding = findings.filter((finding) => holdsUp(finding, values));
    if (holding.length > 0) throw new ProblemError('assessment-incomplete', [], { findings: holding });

    await saveSubmission(trx, { id: assessmentId, personId: actor.personId, at });
    await countReviewDays(trx, assessmentId, at);
    const view = { id: assessmentId, cells, points, unit: { coordinates }, answersHash: hash };
    const review = await reviewHandedIn(trx, { view, loaded, at });
    await raiseVersion(trx, assessmentId);
    await appendAudit(
      trx,
      {
        office: place.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'assessment.submitted',
        subject: { kind: 'assessment', id: assessmentId },
        beforeHash: null,
        afterHash: hash,
        detail: {
          from: state,
          to: 'submitted',
          version: version + 1,
          answered: review.answered,
          required: review.places.length,
        },
      },
      deps.now,
    );
  });
  return await viewOf(deps, assessmentId);
}
