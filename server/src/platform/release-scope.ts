import { sql } from 'kysely';

import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import type { Reader } from './database.ts';

/** One province in one period: what is published as a whole. */
export interface ReleaseScopeRow {
  readonly periodId: PeriodId;
  readonly periodName: string;
  readonly year: number;
  readonly chain: 'main' | 'demo';
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly clarificationUntil: Date | null;
  readonly province: { readonly code: ProvinceCode; readonly name: string; readonly timeZone: string };
}

/** A scope with how far its units are. */
export interface CountedScope extends ReleaseScopeRow {
  readonly units: { readonly all: number; readonly final: number; readonly notAssessed: number };
}

/** Every season in which one of these provinces has units, newest year first. What is no season is never published. */
export async function listScopes(
  db: Reader,
  provinces: readonly ProvinceCode[],
  now: Date,
): Promise<readonly CountedScope[]> {
  if (provinces.length === 0) return [];
  const rows = await scopeQuery(db)
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where assessment.state = 'verified'
        and coalesce(period.clarification_until, '-infinity') <= ${now}))::int`.as('final'),
      sql<number>`(count(*) filter (where assessment.state = 'not-assessed'))::int`.as('notAssessed'),
    ])
    .where('province.code', 'in', provinces)
    .orderBy('period.year', 'desc')
    .orderBy('province.code')
    .execute();
  return rows.map(({ all, final, notAssessed, ...row }) => ({ ...scopeRow(row), units: { all, final, notAssessed } }));
}

function scopeQuery(db: Reader) {
  return db
    .selectFrom('period')
    .innerJoin('period_unit', 'period_unit.period_id', 'period.id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('province', 'province.code', 'government.province_code')
    .where('period.kind', '=', 'season')
    .groupBy(['period.id', 'province.code'])
    .select([
      'period.id',
      'period.name',
      'period.year',
      'period.chain',
      'period.instrument_id',
      'period.instrument_version',
      'period.clarification_until',
      'province.code as province_code',
      'province.name as province_name',
      'province.time_zone',
    ]);
}

function scopeRow(row: Awaited<ReturnType<ReturnType<typeof scopeQuery>['execute']>>[number]): ReleaseScopeRow {
  return {
    periodId: row.id,
    periodName: row.name,
    year: row.year,
    chain: row.chain,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    clarificationUntil: row.clarification_until,
    province: { code: row.province_code, name: row.province_name, timeZone: row.time_zone },
  };
}

export async function findScope(
  db: Reader,
  periodId: PeriodId,
  province: ProvinceCode,
): Promise<ReleaseScopeRow | undefined> {
  const row = await scopeQuery(db)
    .where('period.id', '=', periodId)
    .where('province.code', '=', province)
    .executeTakeFirst();
  return row === undefined ? undefined : scopeRow(row);
}
