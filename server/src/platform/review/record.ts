import type { AssessmentId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import type { ReviewPlan } from '@patuh/shared/review/plan';
import type { Selectable } from 'kysely';

import type { Reader, Writer } from '../database.ts';
import type { ReviewPlanTable } from '../tables/review.ts';

export type RecordedReview = Omit<Selectable<ReviewPlanTable>, 'assessment_id' | 'made_at' | 'products'>;

/** What was last written down of a unit; undefined before it was ever handed in under the rule. */
export async function newestReview(db: Reader, id: AssessmentId): Promise<RecordedReview | undefined> {
  return await db
    .selectFrom('review_plan')
    .select([
      'sequence',
      'rule',
      'seed',
      'sample_percent',
      'edge_points',
      'jump_levels',
      'answers_hash',
      'score',
      'government_score',
      'at_edge',
      'answered',
      'required',
      'places',
    ])
    .where('assessment_id', '=', id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Writes down what is to be looked at, unless it is what was written last; answers with the number of the record. Nothing
 * written is ever changed. To be called under the lock of the assessment.
 */
export async function recordReview(
  trx: Writer,
  id: AssessmentId,
  { plan, answersHash, at }: { readonly plan: ReviewPlan; readonly answersHash: string; readonly at: Date },
): Promise<number> {
  const last = await newestReview(trx, id);
  const row = {
    rule: plan.rule,
    seed: plan.seed,
    sample_percent: plan.parameters.samplePercent,
    edge_points: plan.parameters.edgePoints,
    jump_levels: plan.parameters.jumpLevels,
    answers_hash: answersHash,
    score: plan.score,
    government_score: plan.governmentScore,
    at_edge: plan.isAtEdge,
    answered: plan.answered,
    required: plan.places.length,
  };
  if (last !== undefined) {
    const { sequence, ...written } = last;
    const now = { ...row, places: plan.places };
    if (canonicalText({ ...written, places: [...written.places] }) === canonicalText({ ...now })) return sequence;
  }
  const sequence = (last?.sequence ?? 0) + 1;
  await trx
    .insertInto('review_plan')
    .values({
      assessment_id: id,
      sequence,
      ...row,
      products: plan.products,
      places: JSON.stringify(plan.places),
      made_at: at,
    })
    .execute();
  return sequence;
}
