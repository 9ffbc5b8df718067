import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { assessedUnits } from '@patuh/server/platform/register/units';
import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';

/** Names of the governments of every other province, to say where one lies. */
export async function findGovernmentsElsewhere(db: Reader, province: ProvinceCode) {
  return await db
    .selectFrom('government')
    .select(['code', 'name'])
    .where('province_code', '<>', province)
    .where('kind', 'in', ['province', 'city', 'regency'])
    .orderBy('code')
    .execute();
}

/** The period as a province plans it; undefined if there is none. */
export async function findPeriod(db: Reader, id: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('period')
    .select((select) => [
      'id',
      'kind',
      'chain',
      'year',
      'name',
      'province_code as province',
      'clarification_until as clarificationUntil',
      select
        .exists(
          select
            .selectFrom('release')
            .select(sql`1`.as('one'))
            .whereRef('release.period_id', '=', 'period.id')
            .where('release.province_code', '=', province)
            .where('release.state', '=', 'published'),
        )
        .as('published'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type PeriodRow = NonNullable<Awaited<ReturnType<typeof findPeriod>>>;

/** What of a province is in the plan of a period, by government, kind and name. */
export async function findPlanned(db: Reader, period: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('team', 'team.id', 'period_unit.team_id')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'period_unit.unit_id as unitId',
      'period_unit.first_time as firstTime',
      'unit.government_code as government',
      'unit.kind',
      'unit.name',
      'unit.address',
      'unit.latitude',
      'unit.longitude',
      'unit.closed_at as closedAt',
      'team.id as teamId',
      'team.name as team',
      'assessment.id as assessmentId',
      'assessment.version',
      'assessment.state',
      'assessment.not_assessed_note as note',
      'assessment.not_assessed_source as source',
    ])
    .where('period_unit.period_id', '=', period)
    .where('government.province_code', '=', province)
    .orderBy('unit.government_code')
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

export type PlannedRow = Awaited<ReturnType<typeof findPlanned>>[number];

/** Of each unit of a province its newest score of an earlier season that stands: final, or published. */
export async function findLastScores(
  db: Reader,
  { chain, year }: PeriodRow,
  { province, now }: { readonly province: ProvinceCode; readonly now: Date },
) {
  return await assessedUnits(db)
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('unit_score', 'unit_score.assessment_id', 'assessment.id')
    .distinctOn('unit.id')
    .select([
      'unit.id as unitId',
      'period.year',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
      'government.kind as governmentKind',
      'unit_score.score',
    ])
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .where('assessment.state', '=', 'verified')
    .where((row) =>
      row.or([
        row('period.clarification_until', 'is', null),
        row('period.clarification_until', '<=', now),
        row.exists(
          row
            .selectFrom('release')
            .select(sql`1`.as('one'))
            .whereRef('release.period_id', '=', 'period.id')
            .where('release.province_code', '=', province)
            .where('release.state', '=', 'published'),
        ),
      ]),
    )
    .orderBy('unit.id')
    .orderBy('period.year', 'desc')
    .orderBy('unit_score.sequence', 'desc')
    .execute();
}

/** Units of a province that were handed in in a season before this one. */
export async function findAssessedBefore(
  db: Reader,
  { chain, year }: PeriodRow,
  province: ProvinceCode,
): Promise<ReadonlySet<UnitId>> {
  const rows = await assessedUnits(db)
    .select('assessment.unit_id as unitId')
    .distinct()
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .where('assessment.submitted_at', 'is not', null)
    .where('assessment.state', '<>', 'not-assessed')
    .execute();
  return new Set(rows.map(({ unitId }) => unitId));
}

/** The newest season before this one that had units of the province, with them. */
export async function findSeasonBefore(db: Reader, { chain, year }: PeriodRow, province: ProvinceCode) {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['period.year', 'period_unit.unit_id as unitId'])
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .orderBy('period.year', 'desc')
    .execute();
  const newest = rows[0]?.year ?? null;
  return { year: newest, units: new Set(rows.filter((row) => row.year === newest).map(({ unitId }) => unitId)) };
}

export async function insertPlanned(
  trx: Writer,
  period: PeriodId,
  rows: readonly { readonly unit: UnitId; readonly firstTime: boolean; readonly team?: TeamId }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('period_unit')
    .values(
      rows.map(({ unit, firstTime, team }) => ({
        period_id: period,
        unit_id: unit,
        team_id: team ?? null,
        first_time: firstTime,
        added_at: now,
      })),
    )
    .execute();
}

/** Takes out what no team ever had; answers with how many that were. */
export async function deletePlanned(trx: Writer, period: PeriodId, unitIds: readonly UnitId[]): Promise<number> {
  const gone = await trx
    .deleteFrom('period_unit')
    .where('period_id', '=', period)
    .where('unit_id', 'in', unitIds)
    .where('team_id', 'is', null)
    .returning('unit_id')
    .execute();
  return gone.length;
}

export async function findTeams(db: Reader, period: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('period_id', '=', period)
    .where('province_code', '=', province)
    .orderBy('name')
    .execute();
}

export async function saveOfficeNotAssessed(
  trx: Writer,
  id: AssessmentId,
  {
    reason,
    note,
    source,
    by,
    at,
  }: {
    readonly reason: NotAssessedReason;
    readonly note: string;
    readonly source: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({
      state: 'not-assessed',
      not_assessed_reason: reason,
      not_assessed_note: note,
      not_assessed_source: source,
      not_assessed_by: by,
      not_assessed_at: at,
    })
    .where('id', '=', id)
    .execute();
}
