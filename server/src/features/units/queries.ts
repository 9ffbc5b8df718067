import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { assessedUnits, unitFacts, type UnitRow } from '@patuh/server/platform/register/units';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, UnitId } from '@patuh/shared/domain/ids';

export async function findUnit(db: Reader, id: UnitId) {
  return await unitFacts(db)
    .select([
      'government.name as governmentName',
      'government.kind as governmentKind',
      'government.province_code as province',
    ])
    .where('unit.id', '=', id)
    .executeTakeFirst();
}

/** In which years the units were handed in, newest first; of one province, or of one unit. */
export async function findAssessedYears(
  db: Reader,
  of: { readonly province: ProvinceCode } | { readonly unit: UnitId },
) {
  const handedIn = assessedUnits(db)
    .select(['assessment.unit_id as unitId', 'period.year'])
    .where('period.kind', '=', 'season')
    .where('assessment.submitted_at', 'is not', null)
    .where('assessment.state', '<>', 'not-assessed')
    .orderBy('period.year', 'desc');
  const rows = await (
    'unit' in of
      ? handedIn.where('unit.id', '=', of.unit)
      : handedIn.where('government.province_code', '=', of.province)
  ).execute();
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map([...byUnit].map(([id, own]) => [id, own.map(({ year }) => year)]));
}

export async function findNames(db: Reader, government: GovernmentCode) {
  return await db.selectFrom('unit').select(['id', 'name']).where('government_code', '=', government).execute();
}

export async function findAssessmentsOf(db: Reader, unit: UnitId): Promise<readonly AssessmentId[]> {
  const rows = await assessedUnits(db).select('assessment.id').where('unit.id', '=', unit).execute();
  return rows.map(({ id }) => id);
}

/** Whether anybody ever entered, sent or decided something for the unit, in any period. */
export async function isTouched(db: Reader, unit: UnitId): Promise<boolean> {
  const touched = await assessedUnits(db)
    .select('assessment.id')
    .where('unit.id', '=', unit)
    .where((row) =>
      row.or([
        row('assessment.state', '<>', 'assigned'),
        row.exists(
          row
            .selectFrom('answer_change')
            .select(sql`1`.as('one'))
            .whereRef('answer_change.assessment_id', '=', 'assessment.id'),
        ),
        row.exists(
          row
            .selectFrom('assessment_file')
            .select(sql`1`.as('one'))
            .whereRef('assessment_file.assessment_id', '=', 'assessment.id'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return touched !== undefined;
}

export type UnitChange = Partial<Omit<UnitRow, 'id' | 'kind'>>;

/** What is not named stays as it is: the desk may be taking the place that a team found. */
export async function updateUnit(
  trx: Writer,
  id: UnitId,
  { government, closedAt, ...facts }: UnitChange,
): Promise<void> {
  await trx
    .updateTable('unit')
    .set({
      ...facts,
      ...(government !== undefined && { government_code: government }),
      ...(closedAt !== undefined && { closed_at: closedAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** Newest first. */
export async function findEvents(db: Reader, unit: UnitId) {
  return await db
    .selectFrom('unit_event')
    .leftJoin('person', 'person.id', 'unit_event.person_id')
    .leftJoin('unit as other', 'other.id', 'unit_event.other_unit_id')
    .select([
      'unit_event.kind',
      'unit_event.at',
      'person.name as by',
      'unit_event.reason',
      'unit_event.before',
      'unit_event.after',
      'other.id as otherId',
      'other.name as otherName',
    ])
    .where('unit_event.unit_id', '=', unit)
    .orderBy('unit_event.at', 'desc')
    .orderBy('unit_event.id', 'desc')
    .execute();
}
