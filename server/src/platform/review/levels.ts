import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { LevelsGiven } from '@patuh/shared/review/levels';

import type { Reader, Writer } from '../database.ts';
import type { ReviewHead } from './head.ts';

/** Keeps how often each level was given in a unit that is handed in, for those who look at others of its kind. */
export async function saveLevels(trx: Writer, id: AssessmentId, given: LevelsGiven): Promise<void> {
  const levels = JSON.stringify(given);
  await trx
    .insertInto('unit_levels')
    .values({ assessment_id: id, levels })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet({ levels }))
    .execute();
}

/** Of the other units of the kind in the same period and province, as far as they are handed in. */
export async function levelsOfOthers(
  db: Reader,
  { id, periodId, unitKind, province }: ReviewHead,
): Promise<readonly LevelsGiven[]> {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('assessment', 'assessment.unit_id', 'unit.id')
    .innerJoin('unit_levels', 'unit_levels.assessment_id', 'assessment.id')
    .select('unit_levels.levels')
    .where('unit.kind', '=', unitKind)
    .where('government.province_code', '=', province)
    .where('assessment.period_id', '=', periodId)
    .where('assessment.id', '<>', id)
    .where('assessment.state', 'in', ['submitted', 'returned', 'verified'])
    .execute();
  return rows.map(({ levels }) => levels);
}
