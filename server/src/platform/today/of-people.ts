import { sql } from 'kysely';

import type { Reader } from '../database.ts';
import { INVITED_DAYS, QUARANTINE_DAYS } from '@patuh/shared/today/kinds';

import { type Asked, findFirst, type Found } from './found.ts';

/** The province in which somebody works: of several, one. */
const PROVINCE = sql`(
  select min(left(person_grant.scope_code, 2)) from person_grant
  where person_grant.person_id = person.id and person_grant.scope_kind in ('province', 'government'))`;

/** People of whom something was refused lately and kept: it counts nowhere, and somebody should know why. */
export async function quarantined(db: Reader, { provinces, now }: Asked): Promise<Found> {
  const since = sql`${now}::timestamptz - make_interval(days => ${QUARANTINE_DAYS}::integer)`;
  return await findFirst(
    db,
    sql`
      select person.name, province.name as place, province.code as province, null as "periodId",
        null as "assessmentId", person.id as "thingId", refused.entries as count, null::int as "daysLeft",
        false as own, null::text as detail
      from (
        select person_id, count(*)::int as entries from (
          select person_id from quarantined_change where received_at >= ${since}
          union all
          select author_id from quarantined_entry where received_at >= ${since}
        ) as kept group by person_id
      ) as refused
      join person on person.id = refused.person_id
      join province on province.code = ${PROVINCE}
      where province.code = any(${provinces}::text[])`,
  );
}

/** Accounts that were given out days ago and never used. */
export async function invited(db: Reader, { provinces, now }: Asked): Promise<Found> {
  return await findFirst(
    db,
    sql`
      select person.name, province.name as place, province.code as province, null as "periodId",
        null as "assessmentId", person.id as "thingId", 1 as count,
        null::int as "daysLeft", false as own, null::text as detail
      from person
      join province on province.code = ${PROVINCE}
      where person.password_hash is null and person.disabled_at is null
        and person.created_at < ${now}::timestamptz - make_interval(days => ${INVITED_DAYS}::integer)
        and exists (select from sign_in_link where sign_in_link.person_id = person.id)
        and province.code = any(${provinces}::text[])`,
  );
}
