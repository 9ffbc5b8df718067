import { sql } from 'kysely';

import type { Reader } from '../database.ts';
import { PLAN_DAYS } from '@patuh/shared/today/kinds';

import { type Asked, findFirst, type Found } from './found.ts';

/** The day on which fieldwork begins in a province: its own where it has one. */
const FIELDWORK = sql`(
  select phase.starts_on from period_phase as phase
  where phase.period_id = period.id and phase.phase = 'fieldwork'
    and coalesce(phase.province_code, province.code) = province.code
  order by phase.province_code nulls last limit 1)`;

/** Of `period` in `province`. */
export const NOT_PUBLISHED = sql`not exists (
  select from release
  where release.period_id = period.id and release.province_code = province.code and release.state = 'published')`;

/** Of `period`: what tells second visits from the season that they are called after. */
const SECOND = sql`case when period.kind = 'comparison' then 'comparison' end`;

/** Units in the plan that no team has although fieldwork is near or has begun; an entry for each period and province. */
export async function withoutTeam(db: Reader, { provinces, now }: Asked): Promise<Found> {
  return await findFirst(
    db,
    sql`
      select period.name, province.name as place, province.code as province, period.id as "periodId",
        null as "assessmentId", null as "thingId", count(*)::int as count,
        (${FIELDWORK} - (${now}::timestamptz at time zone province.time_zone)::date)::int as "daysLeft",
        false as own, ${SECOND} as detail
      from period_unit
      join period on period.id = period_unit.period_id
      join unit on unit.id = period_unit.unit_id
      join government on government.code = unit.government_code
      join province on province.code = government.province_code
      where period_unit.team_id is null and government.province_code = any(${provinces}::text[]) and ${NOT_PUBLISHED}
      group by period.id, province.code
      having coalesce(${FIELDWORK}, case when period.opened_at is not null then '-infinity' else 'infinity' end::date)
        <= (${now}::timestamptz at time zone province.time_zone)::date + ${PLAN_DAYS}::integer`,
  );
}

/** Teams with units to assess and nobody in them who could hand one in. */
export async function teamsWithoutAssessor(db: Reader, { provinces }: Asked): Promise<Found> {
  return await findFirst(
    db,
    sql`
      select team.name, period.name as place, team.province_code as province, period.id as "periodId",
        null as "assessmentId", team.id as "thingId", count(*)::int as count, null::int as "daysLeft", false as own,
        ${SECOND} as detail
      from team
      join period on period.id = team.period_id
      join province on province.code = team.province_code
      join period_unit on period_unit.team_id = team.id
      join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
        and assessment.state in ('assigned', 'in-progress', 'returned')
      where team.province_code = any(${provinces}::text[]) and ${NOT_PUBLISHED} and not exists (
        select from team_member
        join person on person.id = team_member.person_id and person.disabled_at is null
        join person_grant on person_grant.person_id = person.id and person_grant.role = 'assessor'
          and person_grant.scope_code = team.province_code
        where team_member.team_id = team.id and team_member.role = 'assessor' and team_member.left_at is null)
      group by team.id, period.id`,
  );
}

/** Publications that somebody else prepared and that wait for the second person. */
export async function releasesWaiting(db: Reader, { provinces, person }: Asked): Promise<Found> {
  return await findFirst(
    db,
    sql`
      select period.name, province.name as place, release.province_code as province, period.id as "periodId",
        null as "assessmentId", release.id as "thingId", 1 as count, null::int as "daysLeft", false as own,
        preparer.name as detail
      from release
      join period on period.id = release.period_id
      join province on province.code = release.province_code
      join person as preparer on preparer.id = release.prepared_by
      where release.state = 'prepared' and release.prepared_by <> ${person}
        and release.province_code = any(${provinces}::text[])`,
  );
}

/** The periods that are under way, by the provinces that have teams in them; second visits for whom they are no secret. */
export async function findUnderWay(db: Reader, { provinces, knowsLot }: Asked) {
  return await db
    .selectFrom('team')
    .innerJoin('period', 'period.id', 'team.period_id')
    .innerJoin('province', 'province.code', 'team.province_code')
    .select(['team.period_id as periodId', 'team.province_code as province'])
    .distinct()
    .where('period.opened_at', 'is not', null)
    .where('team.province_code', 'in', provinces)
    .where(sql<boolean>`(period.kind <> 'comparison' or team.province_code = any(${knowsLot}::text[]))`)
    .where(sql<boolean>`${NOT_PUBLISHED}`)
    .execute();
}
