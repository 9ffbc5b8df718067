import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { entryOf, indicatorOf } from '@patuh/server/platform/assessments/cells';
import { countReviewDays } from '@patuh/server/platform/assessments/duty';
import { takeInLateChange } from '@patuh/server/platform/assessments/late';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { removePlaceAcceptances } from '@patuh/server/platform/review/place-acceptances';
import type { Actor } from '@patuh/shared/domain/actor';
import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import { type AssessmentId, type ChangeId, PointId } from '@patuh/shared/domain/ids';
import { pointsOf } from '@patuh/shared/sync/points-of';

import { auditDecision } from './audit.ts';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { decideLate, findEntry, findLateChange } from '@patuh/server/platform/assessments/late-decisions';
import { insertPoints } from '@patuh/server/platform/assessments/points';
import { removeSectionAcceptances } from '@patuh/server/platform/review/section-acceptances';
import { whyNotDecideLate, whyNotVerify } from './policy.ts';
import { setState } from './queries.ts';
import { sectionsAt } from './sections.ts';
import { type LockedDecision, lockForDecision, obey } from './under-lock.ts';

interface LateInput {
  readonly assessmentId: AssessmentId;
  readonly changeId: ChangeId;
  readonly version: number;
  readonly decision: 'take-in' | 'leave-out';
  readonly reason: string;
}

/**
 * Decides about a change that came after submission. Taken in, it is current as if it came now, its point is open for the
 * verifier again and what the section was accepted for counts no longer; left out, it stays in the history. Either way
 * its author is told with the next pull. Throws the problems of the contract `decideLateChange`.
 */
export async function decideLateChange(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { assessmentId: id, changeId, version, decision, reason }: LateInput,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const locked = await lockForDecision(trx, actor, { id, now: at });
    obey(whyNotVerify(locked));
    const late = await findLateChange(trx, id, changeId);
    if (late === undefined) throw new ProblemError('not-found');
    obey(whyNotDecideLate(locked, { seen: version, decided: late.decision !== 'waiting' }));

    const raised = await raiseVersion(trx, id);
    const by = { person: actor.personId, at };
    const { assessment } = locked;
    if (decision === 'take-in') {
      const place = { ...late, indicatorId: indicatorOf(late.indicatorId) };
      // What a piece of evidence proved until now has lost it, if it proves something else from now on.
      const former = late.field === 'evidence' ? await findEntry(trx, id, late) : undefined;
      await takeInLateChange(trx, assessment, { changeId, version: raised, now: at });
      await reopenPlace(trx, locked, { place, entries: [entryOf(late), ...(former ? [former] : [])], reason, at });
    }
    const taken = decision === 'take-in' ? 'taken-in' : 'left-out';
    await decideLate(trx, changeId, { decision: taken, reason, ...by });
    const detail = { change: changeId, decision: taken, from: assessment.state };
    await auditDecision(
      trx,
      { actor, assessment, action: 'late-change.decided', after: { changeId, decision: taken, reason }, detail },
      deps.now,
    );
  });
}

/** What stands at the place is to be looked at again; a unit that was verified is with the verifier once more. */
async function reopenPlace(
  trx: Writer,
  { actor, assessment }: LockedDecision,
  {
    place,
    entries,
    reason,
    at,
  }: {
    readonly place: Pick<CellKey, 'indicatorId' | 'subjectId'>;
    /** What is there now, and what it replaced where that makes a difference. */
    readonly entries: readonly FieldValue[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, state } = assessment;
  const { instrument } = await instrumentOf(trx, assessment);
  const sections = entries.flatMap((entry) => sectionsAt(instrument, place, entry));
  await removeSectionAcceptances(
    trx,
    id,
    sections.map((section) => section.id),
  );
  const indicators = new Set(sections.flatMap((section) => section.indicators.map((indicator) => indicator.id)));
  const again = new Map(
    entries
      .flatMap((entry) => pointsOf(place, entry))
      .filter(({ indicatorId }) => indicators.has(indicatorId))
      .map((point) => [`${point.indicatorId} ${point.subjectId}`, point]),
  );
  if (again.size > 0) {
    const points = [...again.values()].map((point) => ({ ...point, id: PointId.parse(randomUUID()), reason }));
    await removePlaceAcceptances(trx, id, points);
    await insertPoints(trx, id, { points, state: 'answered', person: actor.personId, at });
  }
  if (state !== 'verified' && state !== 'final') return;
  await setState(trx, id, { state: 'submitted' });
  await countReviewDays(trx, id, at);
}
