import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId, ClearanceId, PersonId } from '@patuh/shared/domain/ids';

/** The unit of an assessment, where it lies and by which instrument it is assessed. */
export async function findUnit(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'unit.id as unit',
      'unit.name',
      'government.code as government',
      'government.name as governmentName',
      'government.province_code as province',
      'period.kind',
      'instrument.id as instrumentId',
      'instrument.version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
}

interface Clearance {
  readonly id: ClearanceId;
  readonly assessmentId: AssessmentId;
  readonly sha256: string;
  readonly number: number;
  readonly areas: readonly Area[] | null;
  readonly person: PersonId;
  readonly at: Date;
}

/** False where somebody else decided under that number meanwhile. */
export async function insertClearance(
  trx: Writer,
  { id, assessmentId, sha256, number, areas, person, at }: Clearance,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('photo_clearance')
    .values({
      id,
      assessment_id: assessmentId,
      sha256,
      number,
      areas: areas === null ? null : JSON.stringify(areas),
      person_id: person,
      cleared_at: at,
    })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'sha256', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
