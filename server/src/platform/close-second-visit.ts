import type { PeriodId, PersonId, UnitId } from '@patuh/shared/domain/ids';

import type { Writer } from './database.ts';

/** What the second team reads. It does not say that there was another one: they may meet again in the next season. */
const NOTE = 'Unit ini tidak lagi dinilai dalam periode ini. Kantor menutup penilaiannya.';

/**
 * The unit is no longer assessed in its season, so there is nothing to compare: its second visit ends too. Does nothing
 * where there is none. To be called by whoever takes a unit out of the plan of a season or records it as not assessed.
 */
export async function closeSecondVisit(
  trx: Writer,
  {
    periodId,
    unitId,
    personId,
    at,
  }: { readonly periodId: PeriodId; readonly unitId: UnitId; readonly personId: PersonId; readonly at: Date },
): Promise<void> {
  const comparison = await trx
    .selectFrom('period')
    .select('id')
    .where('compares', '=', periodId)
    .where('kind', '=', 'comparison')
    .executeTakeFirst();
  if (comparison === undefined) return;
  const begun = await trx
    .selectFrom('assessment')
    .select(['id', 'state'])
    .where('period_id', '=', comparison.id)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  if (begun === undefined) {
    await trx.deleteFrom('period_unit').where('period_id', '=', comparison.id).where('unit_id', '=', unitId).execute();
    return;
  }
  if (begun.state === 'not-assessed') return;
  await trx
    .updateTable('assessment')
    .set(({ eb }) => ({
      state: 'not-assessed',
      not_assessed_reason: 'other',
      not_assessed_note: NOTE,
      not_assessed_by: personId,
      not_assessed_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', begun.id)
    .execute();
}
