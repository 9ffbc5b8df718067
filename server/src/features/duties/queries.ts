import { sql } from 'kysely';

import { barredFrom, type Verifier, verifiersOf } from '@patuh/server/platform/assessments/possible-verifiers';
import type { Reader, Writer } from '@patuh/server/platform/database';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

export interface DutiesOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** The period, if it is there. */
export async function findPeriod(db: Reader, id: PeriodId) {
  return await db
    .selectFrom('period')
    .select([
      'id',
      'name',
      'kind',
      'chain',
      'province_code as province',
      'review_days as reviewDays',
      'clarification_until as clarificationUntil',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The units of a province in a period that a team has, by government and name, with who is to verify them. */
export async function findUnits(db: Reader, { periodId, province }: DutiesOf) {
  return await db
    .selectFrom('assessment')
    .innerJoin('period_unit', (join) =>
      join
        .onRef('period_unit.period_id', '=', 'assessment.period_id')
        .onRef('period_unit.unit_id', '=', 'assessment.unit_id'),
    )
    .innerJoin('team', 'team.id', 'period_unit.team_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('verification_duty as duty', 'duty.assessment_id', 'assessment.id')
    .leftJoin('person', 'person.id', 'duty.person_id')
    .select([
      'assessment.id as assessmentId',
      'assessment.state',
      'assessment.submitted_at as submittedAt',
      'unit.name as unitName',
      'government.code as governmentCode',
      'government.name as governmentName',
      'team.name as team',
      'duty.person_id as personId',
      'duty.due_on as dueOn',
      'person.name as personName',
    ])
    .where('assessment.period_id', '=', periodId)
    .where('government.province_code', '=', province)
    .orderBy('government.code')
    .orderBy('unit.name')
    .orderBy('assessment.id')
    .execute();
}

/** Who could verify, and where they must not. */
export async function findPossible(db: Reader, province: ProvinceCode, ids: readonly AssessmentId[]) {
  const verifiers: readonly Verifier[] = await verifiersOf(db, province);
  const barred = await barredFrom(
    db,
    ids,
    verifiers.map(({ personId }) => personId),
  );
  return { verifiers, barred };
}

/** Holds those of the units that lie in the province and period, in the order of their ids. */
export async function lockUnits(trx: Writer, { periodId, province }: DutiesOf, ids: readonly AssessmentId[]) {
  return await trx
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['assessment.id', 'assessment.state', 'unit.name'])
    .where(sql<boolean>`assessment.id = any(${ids}::uuid[])`)
    .where('assessment.period_id', '=', periodId)
    .where('government.province_code', '=', province)
    .orderBy('assessment.id')
    .forUpdate('assessment')
    .execute();
}
