import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { newestScores } from '@patuh/server/platform/assessments/scores';
import { stateNow } from '@patuh/server/platform/assessments/state';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { formatPoints } from '@patuh/shared/domain/points';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { bandOf } from '@patuh/shared/scoring/zones';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import { type EarlierAssessment, findEarlier } from './queries.ts';

/**
 * What the same unit was found to be before: its newest earlier result that is final or published, and stands. What is
 * being assessed, verified or corrected is nobody’s result yet. Throws `not-found` outside the team.
 */
export async function getLastYear(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  id: AssessmentId,
): Promise<{ readonly lastYear: LastYear | null }> {
  return await inSnapshot(db, async (snapshot) => {
    if ((await teamRoleOf(snapshot, actor, id)) === undefined) throw new ProblemError('not-found');
    const newest = (await findEarlier(snapshot, id)).find((earlier) => stands(earlier, now()));
    return { lastYear: newest === undefined ? null : await resultOf(snapshot, newest) };
  });
}

function stands({ state, clarificationUntil, published }: EarlierAssessment, now: Date): boolean {
  const is = stateNow(state, clarificationUntil, now);
  return is === 'final' || (is === 'verified' && published);
}

async function resultOf(db: Reader, earlier: EarlierAssessment): Promise<LastYear> {
  const { assessmentId, year, unitKind, governmentKind } = earlier;
  const loaded = await loadInstrument(db, earlier.instrumentId, earlier.instrumentVersion);
  if (loaded === undefined) throw new RangeError(`No instrument for the assessment ${assessmentId}`);
  const { instrument } = loaded;
  const now = await loadInstrument(db, earlier.nowInstrumentId, earlier.nowInstrumentVersion);
  const asked = new Map(indicatorsOf(now?.instrument.tree ?? []).map((indicator) => [indicator.id, indicator]));
  const score = (await newestScores(db, [assessmentId])).get(assessmentId)?.score;
  const { questions } = questionnaireOf(instrument, unitKind, await loadCells(db, assessmentId));
  return {
    year,
    score: score === undefined ? null : formatPoints(score),
    zone: score === undefined ? null : (bandOf(instrument, governmentKind, score)?.zone ?? null),
    levels: questions.flatMap(({ indicator, subject, answer }) =>
      indicator.subject === 'user' || answer === null || !isSameScale(indicator, asked.get(indicator.id))
        ? []
        : [{ indicatorId: indicator.id, subjectId: subject.id, level: answer.kind === 'level' ? answer.level : null }],
    ),
  };
}

/** “1 of 1” of an older instrument is no “1 of 3”: where the scale or who is asked changed, there is nothing to compare. */
function isSameScale(was: Indicator, is: Indicator | undefined): boolean {
  return is?.maximum === was.maximum && is.subject === was.subject;
}
