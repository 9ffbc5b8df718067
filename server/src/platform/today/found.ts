import { type RawBuilder, sql } from 'kysely';

import type { Reader } from '../database.ts';
import { TODAY_FIRST, type TodayEntry } from '@patuh/shared/contracts/today';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

/** What was found of one kind: how many, which are first, and how many in which province. */
export interface Found {
  readonly count: number;
  readonly daysLeft: number | null;
  readonly first: TodayEntry[];
  readonly provinces: readonly { readonly code: ProvinceCode; readonly count: number }[];
}

/** Everything a query of one kind may need. */
export interface Asked {
  readonly provinces: readonly ProvinceCode[];
  /** Those in which the person may know which units are visited twice. */
  readonly knowsLot: readonly ProvinceCode[];
  readonly person: PersonId;
  readonly now: Date;
}

/**
 * Counts what a kind finds and takes the first of it: own before others, what is due before the rest. `rows` has the
 * columns of an entry, of which `name` must be there.
 */
export async function findFirst(db: Reader, rows: RawBuilder<unknown>): Promise<Found> {
  const { rows: answer } = await sql<Found>`
    with found as materialized (${rows})
    select
      (select count(*)::int from found) as count,
      (select min("daysLeft")::int from found) as "daysLeft",
      (select coalesce(json_agg(entry), '[]') from (
        select * from found order by own desc, "daysLeft" nulls last, name limit ${TODAY_FIRST}
      ) as entry) as first,
      (select coalesce(json_agg(share), '[]') from (
        select province as code, count(*)::int as count from found where province is not null group by province
      ) as share) as provinces`.execute(db);
  const [found] = answer;
  if (found === undefined) throw new RangeError('A count has one row');
  return found;
}

/** Names of provinces, by their codes. */
export async function findProvinces(db: Reader, codes: readonly ProvinceCode[]) {
  if (codes.length === 0) return [];
  return await db.selectFrom('province').select(['code', 'name']).where('code', 'in', codes).orderBy('code').execute();
}

export async function allProvinces(db: Reader): Promise<readonly ProvinceCode[]> {
  const rows = await db.selectFrom('province').select('code').execute();
  return rows.map(({ code }) => code);
}
