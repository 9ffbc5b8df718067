import type { GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import { seedOf } from '@patuh/shared/review/sample';

import type { Reader } from '../database.ts';

/** Where a unit stands among the others, and by which rules it is looked at. */
export interface ReviewHead {
  readonly id: AssessmentId;
  readonly periodId: PeriodId;
  readonly unitKind: UnitKind;
  readonly government: string;
  readonly governmentKind: GovernmentKind;
  readonly province: ProvinceCode;
  readonly samplePercent: number;
  readonly edgePoints: number;
  /** Of the first plan; null before there was one. */
  readonly firstSeed: string | null;
  /** When that was: the lot is known since then. */
  readonly firstMadeAt: Date | null;
  readonly periodSeed: string;
}

export async function loadReviewHead(db: Reader, id: AssessmentId): Promise<ReviewHead> {
  return await db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select((of) => [
      'assessment.id',
      'assessment.period_id as periodId',
      'unit.kind as unitKind',
      'government.code as government',
      'government.kind as governmentKind',
      'government.province_code as province',
      'period.sample_percent as samplePercent',
      'period.edge_points as edgePoints',
      'period.review_seed as periodSeed',
      of
        .selectFrom('review_plan')
        .select('seed')
        .whereRef('review_plan.assessment_id', '=', 'assessment.id')
        .orderBy('sequence')
        .limit(1)
        .as('firstSeed'),
      of
        .selectFrom('review_plan')
        .select('made_at')
        .whereRef('review_plan.assessment_id', '=', 'assessment.id')
        .orderBy('sequence')
        .limit(1)
        .as('firstMadeAt'),
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Drawn once, when the unit is handed in: later only what changed is looked at anew. */
export function seedFor({ id, firstSeed, periodSeed }: ReviewHead, answersHash: string): string {
  return firstSeed ?? seedOf({ assessmentId: id, periodSeed, answersHash });
}
