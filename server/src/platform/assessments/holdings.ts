import { sql } from 'kysely';

import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId, TeamId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** What somebody holds in a province: that others wait for, and that goes to others when they leave. */
export interface HoldingsOf {
  readonly personId: PersonId;
  readonly province: ProvinceCode;
}

/** A state in which a unit still needs its team or its verifier. */
const OPEN = sql`('assigned', 'in-progress', 'submitted', 'returned')`;

/**
 * The teams somebody is in now: those with a unit that is not finished, and those of a season whose result is not published
 * in the province, because a unit can still come back from the verifier.
 */
export async function findHeldTeams(db: Reader, { personId, province }: HoldingsOf) {
  return await db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .innerJoin('period', 'period.id', 'team.period_id')
    .leftJoin('period_plan as plan', (join) =>
      join.onRef('plan.period_id', '=', 'period.id').onRef('plan.province_code', '=', 'team.province_code'),
    )
    .select([
      'team.id',
      'team.name',
      'team_member.role',
      'period.id as periodId',
      'period.name as periodName',
      'plan.version',
    ])
    .where('team_member.person_id', '=', personId)
    .where('team_member.left_at', 'is', null)
    .where('team.province_code', '=', province)
    .where(
      sql<boolean>`(
        exists (select from period_unit
          left join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
          where period_unit.team_id = team.id and (assessment.id is null or assessment.state in ${OPEN}))
        or (period.kind = 'season' and not exists (select from release
          where release.period_id = period.id and release.province_code = team.province_code
            and release.state = 'published')))`,
    )
    .orderBy('period.year', 'desc')
    .orderBy('team.name')
    .orderBy('team.id')
    .execute();
}

/** The units of these teams, by government and name. */
export async function findTeamUnits(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return [];
  return await db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'period_unit.team_id as teamId',
      'assessment.id as assessmentId',
      'assessment.state',
      'period.clarification_until as clarificationUntil',
      'unit.name as unitName',
      'government.code as governmentCode',
      'government.name as governmentName',
    ])
    .where('period_unit.team_id', 'in', teams)
    .orderBy('government.code')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

/** Who is in these teams now. */
export async function findTeamPeople(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return [];
  return await db
    .selectFrom('team_member')
    .innerJoin('person', 'person.id', 'team_member.person_id')
    .select(['team_member.team_id as teamId', 'person.id as personId', 'person.name', 'team_member.role'])
    .where('team_member.team_id', 'in', teams)
    .where('team_member.left_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

/** Everybody who works in the field of the province, with an open account. */
export async function findFieldPeople(db: Reader, province: ProvinceCode) {
  return await db
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .select(['person.id as personId', 'person.name', 'person.home_government as home'])
    .select(sql<boolean>`bool_or(person_grant.role = 'assessor')`.as('isAssessor'))
    .where('person_grant.role', 'in', ['assessor', 'enumerator'])
    .where('person_grant.scope_kind', '=', 'province')
    .where('person_grant.scope_code', '=', province)
    .where('person.disabled_at', 'is', null)
    .groupBy('person.id')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

/** Who verifies a unit of these teams, by duty or because they decided something there already. */
export async function findVerifiedBy(
  db: Reader,
  teams: readonly TeamId[],
): Promise<ReadonlyMap<TeamId, ReadonlySet<PersonId>>> {
  if (teams.length === 0) return new Map();
  const { rows } = await sql<{ teamId: TeamId; personId: PersonId }>`
    select distinct period_unit.team_id as "teamId", verified.person_id as "personId"
    from period_unit
    join assessment on assessment.period_id = period_unit.period_id and assessment.unit_id = period_unit.unit_id
    join lateral (
      select person_id from verification_duty where assessment_id = assessment.id
      union select accepted_by from section_acceptance where assessment_id = assessment.id
      union select accepted_by from unit_score where assessment_id = assessment.id
      union select accepted_by from place_acceptance where assessment_id = assessment.id
      union select returned_by from returned_point where assessment_id = assessment.id
    ) verified on true
    where period_unit.team_id = any(${teams}::uuid[])`.execute(db);
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId);
  return new Map([...byTeam].map(([teamId, found]) => [teamId, new Set(found.map(({ personId }) => personId))]));
}

export interface HeldVerification {
  readonly assessmentId: AssessmentId;
  readonly state: Exclude<AssessmentState, 'final'>;
  readonly unitName: string;
  readonly governmentCode: GovernmentCode;
  readonly governmentName: string;
  readonly periodName: string;
  readonly dueOn: string | null;
  readonly points: number;
}

/** Unfinished units that somebody is to verify, and those that nobody else is to where they gave points back. */
export async function findHeldUnits(
  db: Reader,
  { personId, province }: HoldingsOf,
): Promise<readonly HeldVerification[]> {
  const { rows } = await sql<HeldVerification>`
    select assessment.id as "assessmentId", assessment.state, unit.name as "unitName",
      government.code as "governmentCode", government.name as "governmentName", period.name as "periodName",
      duty.due_on as "dueOn", coalesce(point.count, 0)::integer as points
    from assessment
    join period on period.id = assessment.period_id
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    left join verification_duty duty on duty.assessment_id = assessment.id
    left join (
      select assessment_id, count(*) as count from returned_point
      where returned_by = ${personId} and state <> 'settled' group by assessment_id
    ) point on point.assessment_id = assessment.id
    where government.province_code = ${province} and assessment.state in ${OPEN}
      and (duty.person_id = ${personId} or (duty.person_id is null and point.count > 0))
    order by government.code, unit.name, assessment.id`.execute(db);
  return rows;
}
