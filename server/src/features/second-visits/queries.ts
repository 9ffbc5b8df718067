import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId, UnitId } from '@patuh/shared/domain/ids';

/** A season and a province in it. */
export interface SeasonOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export async function findSeason(db: Reader, id: PeriodId) {
  return await db
    .selectFrom('period')
    .select(['id', 'chain', 'second_visit_percent as percent'])
    .where('id', '=', id)
    .where('kind', '=', 'season')
    .executeTakeFirst();
}

export type SeasonRow = NonNullable<Awaited<ReturnType<typeof findSeason>>>;

/** Makes whoever changes the season or draws in another province wait: its comparison is made once, as the season is. */
export async function holdSeason(trx: Writer, id: PeriodId): Promise<void> {
  await trx.selectFrom('period').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Units of the province in the season that are to be assessed and took part in no lot yet, in the order of their ids. */
export async function findCandidates(db: Reader, { periodId, province }: SeasonOf): Promise<readonly UnitId[]> {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select('unit.id')
    .where('period_unit.period_id', '=', periodId)
    .where('government.province_code', '=', province)
    .where((row) => row.or([row('assessment.id', 'is', null), row('assessment.state', '<>', 'not-assessed')]))
    .where(
      sql<boolean>`not exists (
        select from lot where lot.period_id = ${periodId} and lot.province_code = ${province}
          and unit.id = any(lot.candidates))`,
    )
    .orderBy('unit.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** In the order in which they were drawn. */
export async function findLots(db: Reader, { periodId, province }: SeasonOf) {
  return await db
    .selectFrom('lot')
    .innerJoin('person', 'person.id', 'lot.drawn_by')
    .select([
      'lot.number',
      'lot.seed',
      'lot.rule',
      'lot.percent',
      'lot.candidates',
      'lot.drawn',
      'lot.drawn_at as drawnAt',
      'person.name as drawnBy',
    ])
    .where('lot.period_id', '=', periodId)
    .where('lot.province_code', '=', province)
    .orderBy('lot.number')
    .execute();
}

/** Units by id, with what became of their second visit in a season. */
export async function findVisits(db: Reader, periodId: PeriodId, units: readonly UnitId[]) {
  if (units.length === 0) return [];
  return await db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('period', (join) => join.on('period.compares', '=', periodId).on('period.kind', '=', 'comparison'))
    .leftJoin('period_unit', (join) =>
      join.onRef('period_unit.period_id', '=', 'period.id').onRef('period_unit.unit_id', '=', 'unit.id'),
    )
    .leftJoin('team', 'team.id', 'period_unit.team_id')
    .leftJoin('assessment', (join) =>
      join.onRef('assessment.period_id', '=', 'period.id').onRef('assessment.unit_id', '=', 'unit.id'),
    )
    .select([
      'unit.id',
      'unit.name',
      'government.name as government',
      'team.name as secondTeam',
      sql<boolean>`period_unit.unit_id is null or coalesce(assessment.state = 'not-assessed', false)`.as('closed'),
    ])
    .where('unit.id', 'in', units)
    .execute();
}

export async function insertLot(
  trx: Writer,
  {
    periodId,
    province,
    ...lot
  }: SeasonOf & {
    readonly number: number;
    readonly seed: string;
    readonly rule: string;
    readonly percent: number;
    readonly candidates: readonly UnitId[];
    readonly drawn: readonly UnitId[];
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await trx
    .insertInto('lot')
    .values({
      period_id: periodId,
      province_code: province,
      number: lot.number,
      seed: lot.seed,
      rule: lot.rule,
      percent: lot.percent,
      candidates: [...lot.candidates],
      drawn: [...lot.drawn],
      drawn_by: lot.by,
      drawn_at: lot.at,
    })
    .execute();
}

/** The comparison of a season, made if there is none: for a phone it is called and run like the season. */
export async function comparisonOf(
  trx: Writer,
  season: PeriodId,
  { id, at }: { id: PeriodId; at: Date },
): Promise<PeriodId> {
  await sql`
    insert into period (id, kind, compares, chain, year, name, instrument_id, instrument_version, score_before_submission,
      clarification_until, second_visit_percent, sample_percent, edge_points, review_days, opened_at, created_at)
    select ${id}, 'comparison', id, chain, year, name, instrument_id, instrument_version, score_before_submission,
      clarification_until, 0, sample_percent, edge_points, review_days, opened_at, ${at}
    from period where id = ${season}
      and not exists (select from period known where known.compares = ${season} and known.kind = 'comparison')`.execute(
    trx,
  );
  const comparison = await trx
    .selectFrom('period')
    .select('id')
    .where('compares', '=', season)
    .where('kind', '=', 'comparison')
    .executeTakeFirstOrThrow();
  return comparison.id;
}

/** Units into the plan of the comparison, as they are in that of the season but without a team. */
export async function insertVisits(
  trx: Writer,
  {
    season,
    comparison,
    units,
  }: { readonly season: PeriodId; readonly comparison: PeriodId; readonly units: readonly UnitId[] },
  at: Date,
): Promise<void> {
  await sql`
    insert into period_unit (period_id, unit_id, team_id, first_time, added_at)
    select ${comparison}, unit_id, null, first_time, ${at} from period_unit
    where period_id = ${season} and unit_id = any(${[...units]}::uuid[])`.execute(trx);
}
