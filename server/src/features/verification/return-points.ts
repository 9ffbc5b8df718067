import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { countReviewDays } from '@patuh/server/platform/assessments/duty';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { removePlaceAcceptances } from '@patuh/server/platform/review/place-acceptances';
import type { Actor } from '@patuh/shared/domain/actor';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { type AssessmentId, PointId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { type AssessmentSubject, subjectsOf } from '@patuh/shared/sync/subjects';

import { auditDecision } from './audit.ts';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { findPoints, insertPoints, settlePoints } from '@patuh/server/platform/assessments/points';
import { removeSectionAcceptances } from '@patuh/server/platform/review/section-acceptances';
import { whyNotReturn } from './policy.ts';
import { setState } from './queries.ts';
import { sectionsWith } from './sections.ts';
import { lockForDecision, obey } from './under-lock.ts';

export interface Place {
  readonly indicatorId: IndicatorId;
  /** Null: the indicator as a whole. */
  readonly subjectId: SubjectId | null;
}

/**
 * Gives points back to the field, with a reason each; a unit that was verified is open again. What a point and
 * its section were accepted for counts no longer; the other answers stay accepted. Throws the problems of the contract `returnPoints`.
 */
export async function returnPoints(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId: id,
    version,
    points,
  }: {
    readonly assessmentId: AssessmentId;
    readonly version: number;
    readonly points: readonly (Place & { readonly reason: string })[];
  },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const decision = await lockForDecision(trx, actor, { id, now: at });
    obey(whyNotReturn(decision, version));
    const { assessment } = decision;
    const { instrument } = await instrumentOf(trx, assessment);
    const sections = sectionsOf(instrument);
    checkPlaces(points, {
      indicators: new Map(sections.flatMap(({ indicators }) => indicators.map((one) => [one.id, one.subject]))),
      subjects: subjectsOf(instrument, assessment.unitKind, await loadCells(trx, id)),
    });

    const returned = points.map((point) => ({ ...point, id: PointId.parse(randomUUID()) }));
    const again = (await findPoints(trx, id)).filter(({ state }) => state !== 'settled');
    const by = { person: actor.personId, at };
    // The field's answer to the former point did not do: the new one takes its place.
    await settlePoints(
      trx,
      again.filter((point) => isAmong(points, point)).map((point) => point.id),
      by,
    );
    await insertPoints(trx, id, { points: returned, state: 'open', ...by });
    const open = sectionsWith(sections, new Set(points.map(({ indicatorId }) => indicatorId)));
    await removeSectionAcceptances(
      trx,
      id,
      open.map((section) => section.id),
    );
    await removePlaceAcceptances(trx, id, points);
    await setState(trx, id, { state: 'returned' });
    await countReviewDays(trx, id, at);
    await raiseVersion(trx, id);
    await auditDecision(
      trx,
      {
        actor,
        assessment,
        action: 'assessment.returned',
        after: returned.map(({ id: point, indicatorId, subjectId, reason }) => [point, indicatorId, subjectId, reason]),
        detail: { from: assessment.state, points: returned.length },
      },
      deps.now,
    );
  });
}

function isAmong(places: readonly Place[], { indicatorId, subjectId }: Place): boolean {
  return places.some((place) => place.indicatorId === indicatorId && place.subjectId === subjectId);
}

/** Every point must be one of this unit, and none given back twice at once. */
function checkPlaces(
  points: readonly Place[],
  {
    indicators,
    subjects,
  }: {
    readonly indicators: ReadonlyMap<IndicatorId, string>;
    readonly subjects: readonly AssessmentSubject[];
  },
): void {
  for (const [index, { indicatorId, subjectId }] of points.entries()) {
    const field = `body.points[${index}]`;
    const kind = indicators.get(indicatorId);
    const isAsked =
      subjectId === null || subjects.some((subject) => subject.id === subjectId && isAskable(subject, kind));
    if (kind === undefined || !isAsked) {
      throw new ProblemError('point-unknown', [
        { field, message: `Pada unit ini tidak ada ${indicatorId} untuk ${subjectId ?? 'unit'}` },
      ]);
    }
    if (isAmong(points.slice(0, index), { indicatorId, subjectId })) {
      throw new ProblemError('invalid-request', [{ field, message: 'Butir yang sama disebut dua kali' }]);
    }
  }
}

/** Of whoever withdrew nothing is there that could be given back. */
function isAskable({ kind, presence }: AssessmentSubject, asked: string | undefined): boolean {
  return kind === asked && presence.state !== 'withdrawn';
}
