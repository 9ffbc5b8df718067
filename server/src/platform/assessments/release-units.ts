import type { AssessmentState, NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';

import type { Reader, Writer } from '../database.ts';
import { stateNow } from './state.ts';

/** A unit of the scope with where it stands now. */
export interface ReleaseUnit {
  /** Null while no team has the unit. */
  readonly assessmentId: AssessmentId | null;
  readonly state: AssessmentState | 'planned';
  readonly reason: NotAssessedReason | null;
  readonly unit: { readonly id: UnitId; readonly name: string; readonly kind: UnitKind };
  readonly government: GovernmentCode;
}

interface UnitsOf {
  readonly periodId: PeriodId;
  readonly clarificationUntil: Date | null;
  readonly province: { readonly code: ProvinceCode };
}

/** Every unit of the scope; nobody plans, reopens or verifies one of them until this transaction ends. */
export async function holdUnits(trx: Writer, scope: UnitsOf, now: Date): Promise<readonly ReleaseUnit[]> {
  await trx
    .selectFrom('period_plan')
    .select('version')
    .where('period_id', '=', scope.periodId)
    .where('province_code', '=', scope.province.code)
    .forShare()
    .execute();
  const rows = await unitQuery(trx, scope).forShare('assessment').execute();
  return [...rows.map((row) => unitRow(row, scope, now)), ...(await plannedUnits(trx, scope))];
}

/** In the plan of the season, and no team has it yet. */
async function plannedUnits(db: Reader, { periodId, province }: UnitsOf): Promise<readonly ReleaseUnit[]> {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.government_code as government'])
    .where('period_unit.period_id', '=', periodId)
    .where('period_unit.team_id', 'is', null)
    .where('government.province_code', '=', province.code)
    .orderBy('unit.id')
    .execute();
  return rows.map(({ government, ...unit }) => ({
    assessmentId: null,
    state: 'planned',
    reason: null,
    unit,
    government,
  }));
}

function unitQuery(db: Reader, { periodId, province }: UnitsOf) {
  return db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'assessment.id',
      'assessment.state',
      'assessment.not_assessed_reason',
      'unit.id as unit_id',
      'unit.name',
      'unit.kind',
      'unit.government_code',
    ])
    .where('assessment.period_id', '=', periodId)
    .where('government.province_code', '=', province.code)
    .orderBy('assessment.id');
}

type UnitRow = Awaited<ReturnType<ReturnType<typeof unitQuery>['execute']>>[number];

function unitRow(row: UnitRow, { clarificationUntil }: UnitsOf, now: Date): ReleaseUnit {
  return {
    assessmentId: row.id,
    state: stateNow(row.state, clarificationUntil, now),
    reason: row.not_assessed_reason,
    unit: { id: row.unit_id, name: row.name, kind: row.kind },
    government: row.government_code,
  };
}

/** A unit that holds up the publication of its season, with the name of its government. */
export interface OpenUnit extends ReleaseUnit {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
  readonly governmentName: string;
}

/** Of all seasons in these provinces the units that are neither final nor left out with a reason. */
export async function findOpenUnits(
  db: Reader,
  provinces: readonly ProvinceCode[],
  now: Date,
): Promise<readonly OpenUnit[]> {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'period.id as periodId',
      'assessment.id as assessmentId',
      'assessment.state',
      'unit.id',
      'unit.name',
      'unit.kind',
      'government.code as government',
      'government.name as governmentName',
      'government.province_code as province',
    ])
    .where('period.kind', '=', 'season')
    .where('government.province_code', 'in', provinces)
    .where((row) =>
      row.or([
        row('assessment.state', 'is', null),
        row('assessment.state', 'not in', ['verified', 'not-assessed']),
        row.and([row('assessment.state', '=', 'verified'), row('period.clarification_until', '>', now)]),
      ]),
    )
    .execute();
  return rows.map(({ id, name, kind, state, ...row }) => ({
    ...row,
    state: state ?? 'planned',
    reason: null,
    unit: { id, name, kind },
  }));
}
