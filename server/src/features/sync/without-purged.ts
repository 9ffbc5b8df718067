import type { Board } from '@patuh/server/platform/assessments/board';
import { bareChange } from '@patuh/server/platform/assessments/cells';
import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import { dayIn } from '@patuh/shared/domain/calendar';
import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { emptied, isOfInterview, removedText, retentionOf } from '@patuh/shared/sync/emptied';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { isWithdrawal } from '@patuh/shared/sync/withdrawn';

import type { Decided } from './intake.ts';

/** Of the day that stands in the place of words: one for the whole country. */
const REMOVED_ZONE = 'Asia/Jakarta';

/**
 * A phone that comes late brings nothing back: what it sends of a kind that was purged in its province and period, or of an
 * interview that was taken back, is received and counted, and what it says is not kept. What is entered into a published
 * season that was opened again belongs to a correction, also what its verifier has to decide about, and stays until that
 * one’s time is over.
 */
export function withoutPurged(
  decided: Decided,
  assessments: ReadonlyMap<AssessmentId, Pick<LockedAssessment, 'purged' | 'periodKind'>>,
  board: Board,
): Decided {
  const { change, decision } = decided;
  const assessment = assessments.get(change.assessmentId);
  if (assessment === undefined || (decision.kind !== 'taken' && decision.kind !== 'late')) return decided;
  if (isOfInterview(change) && isWithdrawn(board, change)) {
    return { change: bareChange(change), decision: { kind: 'emptied' } };
  }
  const purged = assessment.purged.find(({ kind }) => kind === retentionOf(change));
  const isHistory = decision.kind === 'late' && decision.decision === 'after-publication';
  const isCorrection = assessment.periodKind === 'season' && !isHistory;
  if (purged === undefined || isCorrection) return decided;
  const entry = emptied(change.entry, removedText(dayIn(REMOVED_ZONE, new Date(purged.at))));
  return entry === null
    ? { change: bareChange(change), decision: { kind: 'emptied' } }
    : { change: { ...change, entry }, decision };
}

/** Whether the interview was taken back before this came. */
function isWithdrawn(board: Board, { assessmentId, subjectId }: Change): boolean {
  const presence = board.cells
    .get(assessmentId)
    ?.get(cellKey({ indicatorId: null, subjectId, field: 'presence' }))
    ?.heads.at(-1);
  return presence !== undefined && isWithdrawal(presence.entry);
}
