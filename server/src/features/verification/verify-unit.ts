import type { LoadedInstrument } from '@patuh/server/platform/assessments/instruments';
import { appendScore } from '@patuh/server/platform/assessments/scores';
import type { Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { saveLevels } from '@patuh/server/platform/review/levels';
import { PLACE_WITHIN_METRES } from '@patuh/shared/checks/whereabouts';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import { outstandingFiles } from '@patuh/shared/sync/named-files';
import { SCORING_RULES } from '@patuh/shared/scoring/rules';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { currentValues } from '@patuh/shared/sync/values';

import { saveCoordinates, setState } from './queries.ts';
import type { LockedDecision } from './under-lock.ts';

/**
 * Every section is accepted: the unit is verified, and its score is computed from the very answers that were accepted
 * and kept with the versions of instrument and rules. Throws `assessment-incomplete` where the answers give no score, and
 * `files-outstanding` while a photo or document that the answers name is still on a phone. Where the team set the place
 * of the unit, the unit is there from now on.
 */
export async function verifyUnit(
  trx: Writer,
  { actor, assessment }: LockedDecision,
  {
    instrument,
    contentHash,
    plan,
    view,
    at,
  }: LoadedInstrument & {
    readonly view: Pick<AssessmentView, 'cells' | 'answersHash' | 'files'>;
    readonly at: Date;
  },
) {
  const outstanding = outstandingFiles(view).length;
  if (outstanding > 0) throw new ProblemError('files-outstanding', [], { count: outstanding });
  const { unitKind } = assessment;
  const result = scoreUnit(plan, { unitKind, ...scoringInput(instrument, unitKind, view.cells) });
  // The checks find what is missing before; this is the last line behind them.
  if (result.kind !== 'scored') throw new ProblemError('assessment-incomplete');
  const score = {
    assessmentId: assessment.id,
    score: result.score,
    merged: result.merged,
    answersHash: view.answersHash,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    instrumentHash: contentHash,
    rules: SCORING_RULES,
    acceptedBy: actor.personId,
  };
  const sequence = await appendScore(trx, { ...score, acceptedAt: at });
  const { unitPlace } = currentValues(view.cells);
  if (unitPlace !== null && unitPlace.accuracy <= PLACE_WITHIN_METRES) {
    await saveCoordinates(trx, assessment.id, unitPlace);
  }
  await saveLevels(trx, assessment.id);
  await setState(trx, assessment.id, { state: 'verified', at });
  return { score, sequence };
}
