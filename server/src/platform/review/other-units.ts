import { sql } from 'kysely';

import type { Hundredths } from '@patuh/shared/domain/points';
import type { UnitInRollUp } from '@patuh/shared/scoring/outcome';

import type { Reader } from '../database.ts';
import type { ReviewHead } from './head.ts';

/**
 * The scores of the other units of the government in the period, as far as there are any by now: the one a verified unit
 * was accepted with, else the one its answers gave when it was handed in.
 */
export async function loadOtherUnits(
  db: Reader,
  { id, periodId, government }: ReviewHead,
  byProducts: boolean,
): Promise<readonly UnitInRollUp[]> {
  const { rows } = await sql<{ unitId: string; score: Hundredths; products: number | null }>`
    select assessment.id as "unitId", known.score, known.products
    from unit
    join assessment on assessment.unit_id = unit.id and assessment.period_id = ${periodId}
    cross join lateral (
      (select score, (merged ->> 'products')::integer as products, 1 as rank from unit_score
        where assessment.state = 'verified' and unit_score.assessment_id = assessment.id
        order by sequence desc limit 1)
      union all
      (select score, products, 2 as rank from review_plan
        where assessment.state in ('submitted', 'returned', 'verified') and review_plan.assessment_id = assessment.id
        order by sequence desc limit 1)
      order by rank limit 1) as known
    where unit.government_code = ${government} and assessment.id <> ${id} and known.score is not null
    order by assessment.id`.execute(db);
  return rows.map(({ unitId, score, products }) => ({ unitId, score, weight: byProducts ? (products ?? 0) : 1 }));
}
