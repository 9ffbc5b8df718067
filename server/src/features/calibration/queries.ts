import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { CalibrationCaseId, PeriodId, PersonId } from '@patuh/shared/domain/ids';

const COLUMNS = [
  'calibration_case.id',
  'calibration_case.period_id as periodId',
  'calibration_case.province_code as province',
  'number',
  'indicator_id as indicatorId',
  'situation',
  'photo',
  'photo_areas as photoAreas',
  'calibration_case.level',
  'reason',
] as const;

/** The cases of a province in their order. */
export async function findCases(db: Reader, period: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('calibration_case')
    .select([...COLUMNS, 'made_by as madeBy'])
    .where('period_id', '=', period)
    .where('province_code', '=', province)
    .orderBy('number')
    .execute();
}
export type StoredCase = Omit<Awaited<ReturnType<typeof findCases>>[number], 'madeBy'>;

export async function findCase(db: Reader, id: CalibrationCaseId): Promise<StoredCase | undefined> {
  return await db.selectFrom('calibration_case').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: nobody answers it while it is taken away. */
export async function lockCase(trx: Writer, id: CalibrationCaseId): Promise<StoredCase | undefined> {
  return await trx.selectFrom('calibration_case').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertCase(
  trx: Writer,
  { id, periodId, province, number, indicatorId, situation, photo, photoAreas, level, reason }: StoredCase,
  { person, at }: { readonly person: PersonId; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('calibration_case')
    .values({
      id,
      period_id: periodId,
      province_code: province,
      number,
      indicator_id: indicatorId,
      situation,
      photo,
      photo_areas: photoAreas,
      level,
      reason,
      made_by: person,
      made_at: at,
    })
    .execute();
}

export async function deleteCase(trx: Writer, id: CalibrationCaseId): Promise<void> {
  await trx.deleteFrom('calibration_case').where('id', '=', id).execute();
}

/** How often each level was given to each of these cases. */
export async function countAnswers(db: Reader, ids: readonly CalibrationCaseId[]) {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('calibration_answer')
    .select(({ fn }) => ['case_id as caseId', 'level', fn.countAll<number>().as('count')])
    .where('case_id', 'in', ids)
    .groupBy(['case_id', 'level'])
    .orderBy('level')
    .execute();
}

/** The levels that one person gave, by case. */
export async function findOwnAnswers(db: Reader, person: PersonId): Promise<ReadonlyMap<CalibrationCaseId, number>> {
  const rows = await db
    .selectFrom('calibration_answer')
    .select(['case_id as caseId', 'level'])
    .where('person_id', '=', person)
    .execute();
  return new Map(rows.map(({ caseId, level }) => [caseId, level]));
}

/** False where the person answered before. */
export async function insertAnswer(
  trx: Writer,
  { caseId, person, level, at }: { caseId: CalibrationCaseId; person: PersonId; level: number; at: Date },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('calibration_answer')
    .values({ case_id: caseId, person_id: person, level, answered_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Periods that have cases in one of these provinces, newest first; also before they are opened, since practice comes first. */
export async function findPeriodsWithCases(db: Reader, provinces: readonly ProvinceCode[]) {
  if (provinces.length === 0) return [];
  return await db
    .selectFrom('calibration_case')
    .innerJoin('period', 'period.id', 'calibration_case.period_id')
    .select(['period.id as periodId', 'period.year', 'period.name', 'calibration_case.province_code as province'])
    .distinct()
    .where('calibration_case.province_code', 'in', provinces)
    .orderBy('period.year', 'desc')
    .orderBy('period.name')
    .limit(10)
    .execute();
}

export async function insertPhoto(
  trx: Writer,
  { sha256, size }: { readonly sha256: string; readonly size: number },
  { width, height, look }: Inspected,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('evidence_file')
    .values({ sha256, type: 'image/jpeg', size, width, height, look, stored_at: at })
    // The same file was purged elsewhere: here it is needed.
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ look, purged_at: null }))
    .execute();
}
