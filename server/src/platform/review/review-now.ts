import type { AssessmentView, LastYear } from '@patuh/shared/contracts/assessments';
import { reviewPlan, type ReviewPlan } from '@patuh/shared/review/plan';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import type { LoadedInstrument } from '../assessments/instruments.ts';
import { lastYearOf } from '../assessments/last-year.ts';
import type { Reader, Writer } from '../database.ts';
import { loadEntered, printsOf, savePrints } from './entered.ts';
import { loadReviewHead, type ReviewHead, seedFor } from './head.ts';
import { saveLevels } from './levels.ts';
import { loadOtherUnits } from './other-units.ts';
import { loadChanged, loadContested } from './past.ts';
import { recordReview } from './record.ts';

/** A unit as it stands, read in one snapshot or under its lock. */
export interface ReviewedUnit {
  readonly view: Pick<AssessmentView, 'id' | 'cells' | 'points' | 'answersHash'> & {
    readonly unit: Pick<AssessmentView['unit'], 'coordinates'>;
  };
  readonly loaded: Pick<LoadedInstrument, 'instrument' | 'plan'>;
  readonly head: ReviewHead;
  readonly lastYear: LastYear | null;
}

/** What is to be looked at in a unit by all that is known now: the answers, their past, and the other units. */
export async function reviewNow(db: Reader, { view, loaded, head, lastYear }: ReviewedUnit): Promise<ReviewPlan> {
  const { id, cells, points, unit, answersHash } = view;
  const { instrument, plan: scoring } = loaded;
  const { unitKind, governmentKind, samplePercent, edgePoints } = head;
  return reviewPlan({
    scoring,
    unitKind,
    governmentKind,
    cells,
    points,
    coordinates: unit.coordinates,
    entered: await loadEntered(db, id, questionnaireOf(instrument, unitKind, cells)),
    past: {
      ...(await loadContested(db, id)),
      changed: head.firstMadeAt === null ? [] : await loadChanged(db, id, head.firstMadeAt),
      lastYear: lastYear?.levels ?? [],
    },
    otherUnits: await loadOtherUnits(db, head, instrument.rules.rollUp.unitWeight === 'products'),
    parameters: { samplePercent, edgePoints },
    seed: seedFor(head, answersHash),
  });
}

/**
 * The unit is with the verifier from now on: what is to be looked at is written down, and what helps to look at others is
 * kept. To be called under the lock, with the unit as it was handed in.
 */
export async function reviewHandedIn(
  trx: Writer,
  { view, loaded, at }: Pick<ReviewedUnit, 'view' | 'loaded'> & { readonly at: Date },
): Promise<ReviewPlan> {
  const { id, cells, answersHash } = view;
  const head = await loadReviewHead(trx, id);
  const plan = await reviewNow(trx, { view, loaded, head, lastYear: await lastYearOf(trx, id, at) });
  await recordReview(trx, id, { plan, answersHash, at });
  const questionnaire = questionnaireOf(loaded.instrument, head.unitKind, cells);
  await savePrints(trx, id, printsOf(questionnaire));
  await saveLevels(trx, id);
  return plan;
}
