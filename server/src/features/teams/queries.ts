import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Role } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';

/** Whose plan it is. */
interface Of {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export type FoundPeriod = NonNullable<Awaited<ReturnType<typeof findPeriod>>>;

export async function findPeriod(db: Reader, id: PeriodId) {
  return await db
    .selectFrom('period')
    .select([
      'id',
      'kind',
      'chain',
      'year',
      'province_code as province',
      'opened_at as openedAt',
      'clarification_until as clarificationUntil',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findPlan(db: Reader, { periodId, province }: Of) {
  return await db
    .selectFrom('period_plan')
    .leftJoin('person', 'person.id', 'period_plan.changed_by')
    .select(['period_plan.version', 'person.name as by', 'period_plan.changed_at as at'])
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .executeTakeFirst();
}

export async function findTeams(db: Reader, { periodId, province }: Of) {
  return await db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

const FIELD_ROLES = sql`('assessor', 'enumerator')`;

/** Members of today and of before, with what they may do in the province now. */
export async function findMembers(db: Reader, province: ProvinceCode, teams: readonly TeamId[]) {
  if (teams.length === 0) return [];
  return await db
    .selectFrom('team_member')
    .innerJoin('person', 'person.id', 'team_member.person_id')
    .select((select) => [
      'team_member.team_id as teamId',
      'person.id as personId',
      'person.name',
      'team_member.role',
      'team_member.left_at as leftAt',
      'person.home_government as home',
      select('person.disabled_at', 'is not', null).$castTo<boolean>().as('closed'),
      rolesIn(province).as('roles'),
    ])
    .where('team_member.team_id', 'in', teams)
    .orderBy(sql`team_member.left_at nulls first`)
    .orderBy('team_member.role')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

/**
 * What was brought for units of these teams by people who had left, or whose team had lost the unit, by team and person. Not by
 * those who have the unit again, in whatever team.
 */
export async function findCameAfter(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return [];
  const { rows } = await sql<{
    readonly teamId: TeamId;
    readonly personId: PersonId;
    readonly entries: number;
    readonly last: Date;
  }>`
    with had as (
      select period_unit.team_id, assessment.id as assessment_id, team_member.person_id, team_member.left_at as until
      from team_member
      join period_unit on period_unit.team_id = team_member.team_id
      join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
      where team_member.team_id = any(${teams}::uuid[]) and team_member.left_at is not null
      union all
      select former_team.team_id, assessment_id, person_id, least(former_team.ended_at, team_member.left_at)
      from former_team
      join team_member on team_member.team_id = former_team.team_id
      where former_team.team_id = any(${teams}::uuid[])
    )
    select had.team_id as "teamId", had.person_id as "personId", count(*)::int as entries,
      max(answer_change.received_at) as last
    from had
    join answer_change on answer_change.assessment_id = had.assessment_id
      and answer_change.person_id = had.person_id and answer_change.received_at > had.until
    where not exists (
      select from assessment
      join period_unit on period_unit.period_id = assessment.period_id and period_unit.unit_id = assessment.unit_id
      join team_member on team_member.team_id = period_unit.team_id
      where assessment.id = had.assessment_id and team_member.person_id = had.person_id
        and team_member.left_at is null)
    group by had.team_id, had.person_id`.execute(db);
  return rows;
}

/** What somebody may do in the field of a province. */
function rolesIn(province: ProvinceCode) {
  return sql<readonly Role[]>`
    (select coalesce(json_agg(role order by role), '[]') from person_grant
     where person_grant.person_id = person.id and scope_kind = 'province' and scope_code = ${province}
       and role in ${FIELD_ROLES})`;
}

/** Everybody with an open account who may work in the field of the province. */
export async function findCandidates(db: Reader, province: ProvinceCode) {
  return await db
    .selectFrom('person')
    .select(['person.id as personId', 'person.name', rolesIn(province).as('roles')])
    .where('person.disabled_at', 'is', null)
    .where(
      sql<boolean>`person.id in (
        select person_id from person_grant
        where scope_kind = 'province' and scope_code = ${province} and role in ${FIELD_ROLES})`,
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

interface FoundUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly government: GovernmentCode;
  readonly governmentName: string;
  readonly firstTime: boolean;
  readonly teamId: TeamId | null;
  readonly assessmentId: AssessmentId | null;
  readonly state: Exclude<AssessmentState, 'final'> | null;
  readonly submittedAt: Date | null;
  readonly verifier: PersonId | null;
  readonly formerTeams: readonly TeamId[];
}

/** The units of the plan, by government and name; the verifier of a second visit is whoever reads the first one. */
export async function findUnits(db: Reader, { periodId, province }: Of): Promise<readonly FoundUnit[]> {
  const { rows } = await sql<FoundUnit>`
    select unit.id, unit.name, unit.kind, government.code as government, government.name as "governmentName",
      period_unit.first_time as "firstTime", period_unit.team_id as "teamId", assessment.id as "assessmentId",
      assessment.state, assessment.submitted_at as "submittedAt", verification_duty.person_id as verifier,
      (select coalesce(json_agg(former_team.team_id order by former_team.ended_at), '[]')
        from former_team where former_team.assessment_id = assessment.id) as "formerTeams"
    from period_unit
    join unit on unit.id = period_unit.unit_id
    join government on government.code = unit.government_code
    left join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
    join period on period.id = period_unit.period_id
    left join assessment once on once.period_id = period.compares and once.unit_id = period_unit.unit_id
    left join verification_duty on verification_duty.assessment_id = coalesce(once.id, assessment.id)
    where period_unit.period_id = ${periodId} and government.province_code = ${province}
    order by government.code, unit.name, unit.id`.execute(db);
  return rows;
}

/** By unit, everybody who was in a team that had it in the season before, and who handed it in. */
export async function findLastSeason(
  db: Reader,
  { periodId, province }: Of,
  { chain, year }: Pick<FoundPeriod, 'chain' | 'year'>,
): Promise<ReadonlyMap<UnitId, readonly PersonId[]>> {
  const { rows } = await sql<{ readonly unitId: UnitId; readonly people: readonly PersonId[] }>`
    with season as (
      select id from period where chain = ${chain} and kind = 'season' and year < ${year} order by year desc limit 1
    ), had as (
      select once.unit_id, once.team_id, assessment.id, assessment.submitted_by
      from period_unit planned
      join unit on unit.id = planned.unit_id
      join government on government.code = unit.government_code and government.province_code = ${province}
      join period_unit once on once.unit_id = planned.unit_id and once.period_id = (select id from season)
      left join assessment on assessment.period_id = once.period_id and assessment.unit_id = once.unit_id
      where planned.period_id = ${periodId}
    ), team as (
      select unit_id, team_id from had where team_id is not null
      union select had.unit_id, former_team.team_id from had join former_team on former_team.assessment_id = had.id
    ), somebody as (
      select team.unit_id, team_member.person_id from team join team_member on team_member.team_id = team.team_id
      union select unit_id, submitted_by from had where submitted_by is not null
    )
    select unit_id as "unitId", json_agg(person_id) as people from somebody group by unit_id`.execute(db);
  return new Map(rows.map(({ unitId, people }) => [unitId, people]));
}

/** What was said to warnings, by their key. */
export async function findAnswers(db: Reader, { periodId, province }: Of) {
  const rows = await db
    .selectFrom('plan_warning_answer')
    .innerJoin('person', 'person.id', 'plan_warning_answer.person_id')
    .select(['warning', 'reason', 'person.name as by', 'at'])
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .execute();
  return new Map(rows.map(({ warning, reason, by, at }) => [warning, { reason, by, at: at.toISOString() }]));
}

interface SaidToWarning {
  readonly key: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
}

/** The newest word counts. */
export async function saveAnswer(trx: Writer, { periodId, province }: Of, said: SaidToWarning): Promise<void> {
  const values = { reason: said.reason, person_id: said.by, at: said.at };
  await trx
    .insertInto('plan_warning_answer')
    .values({ period_id: periodId, province_code: province, warning: said.key, ...values })
    .onConflict((conflict) => conflict.columns(['period_id', 'province_code', 'warning']).doUpdateSet(values))
    .execute();
}

export async function insertTeam(trx: Writer, { periodId, province }: Of, id: TeamId, name: string): Promise<void> {
  await trx.insertInto('team').values({ id, period_id: periodId, province_code: province, name }).execute();
}

export async function renameTeamTo(trx: Writer, id: TeamId, name: string): Promise<void> {
  await trx.updateTable('team').set({ name }).where('id', '=', id).execute();
}

export async function isMember(db: Reader, teamId: TeamId, personId: PersonId): Promise<boolean> {
  const member = await db
    .selectFrom('team_member')
    .select('person_id')
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return member !== undefined;
}
