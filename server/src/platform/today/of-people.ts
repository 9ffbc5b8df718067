import { sql } from 'kysely';

import type { Reader } from '../database.ts';
import { INVITED_DAYS, QUARANTINE_DAYS } from '@patuh/shared/today/kinds';

import { type Asked, findFirst, type Found } from './found.ts';
import { NOT_PUBLISHED } from './of-plan.ts';

/** The province in which somebody works: of several, one. */
const PROVINCE = sql`(
  select min(left(person_grant.scope_code, 2)) from person_grant
  where person_grant.person_id = person.id and person_grant.scope_kind in ('province', 'government'))`;

/** The same, also of somebody who left and may do nothing any more: where they were in a team. */
const WORKED_IN = sql`coalesce(${PROVINCE}, (
  select min(team.province_code) from team_member join team on team.id = team_member.team_id
  where team_member.person_id = person.id))`;

/**
 * People of whom something was refused and kept: it counts nowhere, and somebody should know why. For some days, and for as
 * long as a season of the province is under way that it may have been meant for: it must not go out of sight before its result
 * is published.
 */
export async function quarantined(db: Reader, { provinces, now }: Asked): Promise<Found> {
  const since = sql`${now}::timestamptz - make_interval(days => ${QUARANTINE_DAYS}::integer)`;
  return await findFirst(
    db,
    sql`
      select person.name, province.name as place, province.code as province, null as "periodId",
        null as "assessmentId", person.id as "thingId", count(*)::int as count, null::int as "daysLeft",
        false as own, null::text as detail
      from (
        select person_id, received_at from quarantined_change
        union all
        select author_id, received_at from quarantined_entry
      ) as refused
      join person on person.id = refused.person_id
      join province on province.code = ${WORKED_IN}
      where province.code = any(${provinces}::text[]) and (refused.received_at >= ${since} or exists (
        select from team
        join period on period.id = team.period_id and period.kind = 'season' and period.opened_at <= refused.received_at
        where team.province_code = province.code and ${NOT_PUBLISHED}))
      group by person.id, province.code`,
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
