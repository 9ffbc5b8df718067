import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { PeriodScope } from '@patuh/server/platform/purge/held';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import type { PeriodKind } from '@patuh/shared/domain/period';
import type { PeriodEnd, RetentionKind } from '@patuh/shared/domain/retention';

/** The lengths that the national office decided; a kind that is missing has the one of the code. */
export async function findLengths(db: Reader) {
  return await db
    .selectFrom('retention')
    .innerJoin('person', 'person.id', 'changed_by')
    .select(['kind', 'months', 'version', 'changed_at as changedAt', 'person.name as changedBy'])
    .execute();
}

export interface NewLength {
  readonly kind: RetentionKind;
  readonly months: number;
  /** The version on the screen; 0 where the length was that of the code. */
  readonly seen: number;
  readonly person: PersonId;
  readonly at: Date;
}

/** Answers whether it was still as it was seen. */
export async function saveLength(trx: Writer, { kind, months, seen, person, at }: NewLength): Promise<boolean> {
  const decided = { months, version: seen + 1, changed_by: person, changed_at: at };
  const saved =
    seen === 0
      ? await trx
          .insertInto('retention')
          .values({ kind, ...decided })
          .onConflict((conflict) => conflict.doNothing())
          .returning('kind')
          .executeTakeFirst()
      : await trx
          .updateTable('retention')
          .set(decided)
          .where('kind', '=', kind)
          .where('version', '=', seen)
          .returning('kind')
          .executeTakeFirst();
  return saved !== undefined;
}

/** A province in a period, and what decides when its part is closed. */
export interface ScopeRow extends PeriodScope, PeriodEnd {
  readonly kind: PeriodKind;
  readonly periodName: string;
  readonly year: number;
  readonly provinceName: string;
  /** Milliseconds by which the clocks of the province are ahead of UTC. */
  readonly zoneOffset: number;
}

/**
 * Every province in every period in which it has units, or nothing but cases for practice or words about its plan, newest
 * first; one of them where it is named.
 */
export async function findScopes(db: Reader, only: Partial<PeriodScope> = {}): Promise<readonly ScopeRow[]> {
  const { rows } = await sql<ScopeRow>`
    with known as (
      select assessment.period_id, left(unit.government_code, 2) as province_code
      from assessment join unit on unit.id = assessment.unit_id
      union select period_id, province_code from calibration_case
      union select period_id, province_code from plan_warning_answer),
    scope as (
      select period_id, province_code from known
      where (${only.periodId ?? null}::uuid is null or period_id = ${only.periodId ?? null})
        and (${only.province ?? null}::text is null or province_code = ${only.province ?? null}))
    select scope.period_id as "periodId", scope.province_code as province, province.name as "provinceName",
      (extract(epoch from (now() at time zone province.time_zone) - (now() at time zone 'UTC')) * 1000)::integer
        as "zoneOffset",
      period.name as "periodName", period.year, period.kind, season.clarification_until as "clarificationUntil",
      (select max(decided_at) from release
        where release.period_id = season.id and release.province_code = scope.province_code and state = 'published')
        as "publishedAt",
      exists (select from release
        where release.period_id = season.id and release.province_code = scope.province_code and state = 'prepared')
      or exists (
        select from assessment join unit on unit.id = assessment.unit_id
        where assessment.period_id = season.id and left(unit.government_code, 2) = scope.province_code
          and assessment.state not in ('verified', 'not-assessed')) as "isBeingCorrected",
      (coalesce(
        -- Of each phase the days of the province where it has some, else those of everybody.
        (select max(ends_on) from (
          select distinct on (phase) ends_on from period_phase as own
          where own.period_id = period.id and (own.province_code = scope.province_code or own.province_code is null)
          order by phase, own.province_code nulls last) as days),
        make_date(period.year, 12, 31)) + 1)::timestamp at time zone province.time_zone as "endsAt"
    from scope
    join period on period.id = scope.period_id
    join period as season on season.id = coalesce(period.compares, period.id)
    join province on province.code = scope.province_code
    order by period.year desc, period.name, scope.province_code`.execute(db);
  return rows;
}

export interface PurgeRow {
  readonly id: string;
  readonly kind: RetentionKind;
  readonly periodId: PeriodId | null;
  readonly province: ProvinceCode | null;
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  readonly at: Date;
}

/** What was purged of a province; without one, what belongs to none. Newest first. */
export async function findPurges(db: Reader, province: ProvinceCode | null): Promise<readonly PurgeRow[]> {
  return await db
    .selectFrom('purge')
    .select(['id', 'kind', 'period_id as periodId', 'province_code as province', 'entries', 'files', 'bytes', 'at'])
    .where('province_code', province === null ? 'is' : '=', province)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** The row that opens the history for its own transaction. */
export async function insertPurge(trx: Writer, { digest, ...purge }: PurgeRow & { readonly digest: string }) {
  const { periodId, province, ...rest } = purge;
  await trx
    .insertInto('purge')
    .values({ ...rest, period_id: periodId, province_code: province, digest })
    .execute();
}

export async function findProvinces(db: Reader) {
  return await db.selectFrom('province').select(['code', 'name']).orderBy('code').execute();
}
