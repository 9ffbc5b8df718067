import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { InstrumentChoice, PeriodSettings } from '@patuh/shared/contracts/periods';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import type { PeriodKind, PhaseDays } from '@patuh/shared/domain/period';

export interface Province {
  readonly code: ProvinceCode;
  readonly name: string;
  readonly timeZone: string;
}

/** Every province, or those of the codes, in the order of the codes. */
export async function findProvinces(db: Reader, codes: readonly ProvinceCode[] | 'all'): Promise<readonly Province[]> {
  if (codes !== 'all' && codes.length === 0) return [];
  const all = db.selectFrom('province').select(['code', 'name', 'time_zone as timeZone']).orderBy('code');
  return await (codes === 'all' ? all : all.where('code', 'in', codes)).execute();
}

export interface PeriodRow {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  readonly chain: 'main' | 'demo';
  readonly year: number;
  readonly province: ProvinceCode | null;
  readonly provinceName: string | null;
  readonly openedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly compares: PeriodId | null;
  readonly comparison: PeriodId | null;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly instrumentTitle: string;
  readonly settings: PeriodSettings;
}

function periodQuery(db: Reader) {
  return db
    .selectFrom('period')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .leftJoin('province', 'province.code', 'period.province_code')
    .leftJoin('period as again', 'again.compares', 'period.id')
    .select([
      'period.id',
      'period.kind',
      'period.chain',
      'period.year',
      'period.name',
      'period.province_code',
      'province.name as province_name',
      'period.opened_at',
      'period.created_at',
      'period.version',
      'period.compares',
      'again.id as comparison',
      'period.instrument_id',
      'period.instrument_version',
      sql<string>`instrument.content ->> 'title'`.as('instrument_title'),
      'period.score_before_submission',
      'period.clarification_until',
      'period.second_visit_percent',
      'period.sample_percent',
      'period.edge_points',
      'period.review_days',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof periodQuery>['execute']>>[number];

function periodRow(row: Row): PeriodRow {
  return {
    id: row.id,
    kind: row.kind,
    chain: row.chain,
    year: row.year,
    province: row.province_code,
    provinceName: row.province_name,
    openedAt: row.opened_at,
    createdAt: row.created_at,
    version: row.version,
    compares: row.compares,
    comparison: row.comparison,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    instrumentTitle: row.instrument_title,
    settings: {
      name: row.name,
      scoreBeforeSubmission: row.score_before_submission,
      clarificationUntil: row.clarification_until?.toISOString() ?? null,
      secondVisitPercent: row.second_visit_percent,
      samplePercent: row.sample_percent,
      edgePoints: row.edge_points,
      reviewDays: row.review_days,
    },
  };
}

export async function findPeriod(db: Reader, id: PeriodId): Promise<PeriodRow | undefined> {
  const row = await periodQuery(db).where('period.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : periodRow(row);
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockPeriod(trx: Writer, id: PeriodId): Promise<PeriodRow | undefined> {
  await trx.selectFrom('period').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return await findPeriod(trx, id);
}

const MOST_LISTED = 200;

/** Seasons and trials in which one of the provinces takes part, newest first. */
export async function listPeriodRows(db: Reader, provinces: readonly Province[]): Promise<readonly PeriodRow[]> {
  if (provinces.length === 0) return [];
  const codes = provinces.map(({ code }) => code);
  const rows = await periodQuery(db)
    .where('period.kind', '<>', 'comparison')
    .where(
      sql<boolean>`exists (select from province taking where taking.code = any(${codes}::text[])
        and (taking.code = ${DEMO_PROVINCE}) = (period.chain = 'demo')
        and (period.province_code is null or period.province_code = taking.code))`,
    )
    .orderBy('period.year', 'desc')
    .orderBy('period.kind')
    .orderBy('period.created_at', 'desc')
    .orderBy('period.id')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(periodRow);
}

interface Counts {
  readonly units: number;
  readonly assigned: number;
}

/** Units in the plans of some provinces, by period. */
export async function countUnits(
  db: Reader,
  periods: readonly PeriodId[],
  provinces: readonly Province[],
): Promise<ReadonlyMap<PeriodId, Counts>> {
  if (periods.length === 0 || provinces.length === 0) return new Map();
  const rows = await plannedUnits(db, provinces)
    .select('period_unit.period_id')
    .where('period_unit.period_id', 'in', periods)
    .groupBy('period_unit.period_id')
    .execute();
  return new Map(rows.map(({ period_id: id, units, assigned }) => [id, { units, assigned }]));
}

/** Units in the plan of one period, by province. */
export async function countByProvince(
  db: Reader,
  periodId: PeriodId,
  provinces: readonly Province[],
): Promise<ReadonlyMap<ProvinceCode, Counts>> {
  if (provinces.length === 0) return new Map();
  const rows = await plannedUnits(db, provinces)
    .select('government.province_code')
    .where('period_unit.period_id', '=', periodId)
    .groupBy('government.province_code')
    .execute();
  return new Map(rows.map(({ province_code: code, units, assigned }) => [code, { units, assigned }]));
}

function plannedUnits(db: Reader, provinces: readonly Province[]) {
  return db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(({ fn }) => [fn.countAll<number>().as('units'), fn.count<number>('period_unit.team_id').as('assigned')])
    .where(
      'government.province_code',
      'in',
      provinces.map(({ code }) => code),
    );
}

/** Versions of the plans of a period, by province; whoever is not named has planned nothing yet. */
export async function planVersions(db: Reader, periodId: PeriodId): Promise<ReadonlyMap<ProvinceCode, number>> {
  const rows = await db
    .selectFrom('period_plan')
    .select(['province_code', 'version'])
    .where('period_id', '=', periodId)
    .execute();
  return new Map(rows.map(({ province_code: code, version }) => [code, version]));
}

/** All days of a period; under null those of everybody. */
export async function findDays(
  db: Reader,
  periodId: PeriodId,
): Promise<ReadonlyMap<ProvinceCode | null, readonly PhaseDays[]>> {
  const rows = await db
    .selectFrom('period_phase')
    .select(['province_code as province', 'phase', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('period_id', '=', periodId)
    .orderBy('starts_on')
    .orderBy('phase')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ province }) => province)].map(([province, own]) => [
      province,
      own.map(({ phase, startsOn, endsOn }) => ({ phase, startsOn, endsOn })),
    ]),
  );
}

/** These days and no others. */
export async function saveDays(
  trx: Writer,
  {
    periodId,
    province,
    days,
  }: { readonly periodId: PeriodId; readonly province: ProvinceCode | null; readonly days: readonly PhaseDays[] },
): Promise<void> {
  await trx
    .deleteFrom('period_phase')
    .where('period_id', '=', periodId)
    .where('province_code', 'is not distinct from', province)
    .execute();
  if (days.length === 0) return;
  await trx
    .insertInto('period_phase')
    .values(
      days.map(({ phase, startsOn, endsOn }) => ({
        period_id: periodId,
        province_code: province,
        phase,
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    )
    .execute();
}

/** Instruments that something new can be assessed by, newest year first. */
export async function listInstruments(db: Reader): Promise<readonly InstrumentChoice[]> {
  const rows = await db
    .selectFrom('instrument')
    .select([
      'id',
      'version',
      'status',
      sql<string>`content ->> 'title'`.as('title'),
      sql<number[]>`content -> 'years'`.as('years'),
    ])
    .where('status', 'in', ['trial', 'active'])
    .orderBy(sql`(select max(year::int) from jsonb_array_elements_text(content -> 'years') as year)`, 'desc')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.flatMap(({ status, ...row }) => (status === 'trial' || status === 'active' ? [{ ...row, status }] : []));
}

/** Whether somebody is one of the people of the demo. */
export async function isInvented(db: Reader, id: PersonId): Promise<boolean> {
  const person = await db.selectFrom('person').select('demo').where('id', '=', id).executeTakeFirst();
  return person?.demo === true;
}

/** Whether the chain has a season of that year. */
export async function hasSeason(db: Reader, chain: 'main' | 'demo', year: number): Promise<boolean> {
  const found = await db
    .selectFrom('period')
    .select('id')
    .where('kind', '=', 'season')
    .where('chain', '=', chain)
    .where('year', '=', year)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether results of the period are public anywhere. */
export async function isPublished(db: Reader, periodId: PeriodId): Promise<boolean> {
  const found = await db
    .selectFrom('release')
    .select('id')
    .where('period_id', '=', periodId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return found !== undefined;
}

export interface NewPeriod extends Pick<PeriodRow, 'id' | 'chain' | 'year' | 'province' | 'createdAt' | 'settings'> {
  readonly kind: 'season' | 'trial';
  readonly instrument: { readonly id: string; readonly version: number };
}

export async function insertPeriod(trx: Writer, period: NewPeriod): Promise<void> {
  await trx
    .insertInto('period')
    .values({
      id: period.id,
      kind: period.kind,
      chain: period.chain,
      year: period.year,
      province_code: period.province,
      instrument_id: period.instrument.id,
      instrument_version: period.instrument.version,
      created_at: period.createdAt,
      opened_at: null,
      ...settingColumns(period.settings),
    })
    .execute();
}

/** Of the period and of its comparison, which on a phone must not look otherwise; raises the version of both. */
export async function saveSettings(trx: Writer, id: PeriodId, settings: PeriodSettings): Promise<void> {
  await trx
    .updateTable('period')
    .set(({ eb }) => ({ ...settingColumns(settings), version: eb('version', '+', 1) }))
    .where((row) => row.or([row('id', '=', id), row('compares', '=', id)]))
    .execute();
}

function settingColumns(settings: PeriodSettings) {
  return {
    name: settings.name,
    score_before_submission: settings.scoreBeforeSubmission,
    clarification_until: settings.clarificationUntil === null ? null : new Date(settings.clarificationUntil),
    second_visit_percent: settings.secondVisitPercent,
    sample_percent: settings.samplePercent,
    edge_points: settings.edgePoints,
    review_days: settings.reviewDays,
  };
}

/** The period and its comparison: phones see both from then on. */
export async function saveOpening(trx: Writer, id: PeriodId, at: Date): Promise<void> {
  await trx
    .updateTable('period')
    .set(({ eb }) => ({ opened_at: at, version: eb('version', '+', 1) }))
    .where((row) => row.or([row('id', '=', id), row('compares', '=', id)]))
    .execute();
}

/** Something about the period changed that is not in its row. */
export async function raisePeriodVersion(trx: Writer, id: PeriodId): Promise<void> {
  await trx
    .updateTable('period')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
