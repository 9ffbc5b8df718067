import type { StoredScore } from '@patuh/server/platform/assessments/scores';
import type { Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { type GovernmentUnits, readGovernments, type UnitRow } from './government-units.ts';
import { resultScope } from './policy.ts';
import type { ResultKey } from './queries.ts';

/** One unit of a government in one period. */
export interface UnitKey extends ResultKey {
  readonly assessmentId: AssessmentId;
}

interface UnitInResult {
  readonly government: GovernmentUnits;
  readonly unit: UnitRow;
  readonly stored: StoredScore;
}

/**
 * A unit whose result somebody may see. Throws `not-found` where there is no such unit in the scope or it was not assessed,
 * `result-not-ready` while the government's result is not complete.
 */
export async function unitInResult(
  db: Reader,
  actor: Pick<Actor, 'grants'>,
  { assessmentId, ...only }: UnitKey,
  now: Date,
): Promise<UnitInResult> {
  const [government] = await readGovernments(db, resultScope(actor), { now, only });
  const unit = government?.units.find((row) => row.assessmentId === assessmentId);
  if (government === undefined || unit === undefined) throw new ProblemError('not-found');
  if (government.complete === null) throw new ProblemError('result-not-ready');
  const stored = government.complete.scores.get(assessmentId);
  if (stored === undefined) throw new ProblemError('not-found');
  return { government, unit, stored };
}
