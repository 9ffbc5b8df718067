import { type Actor, hasRole, type Role } from '@patuh/shared/domain/actor';
import { type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId, TeamId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';
import type { LockedAssessment } from './lock.ts';

export type TeamRole = 'assessor' | 'enumerator';

/** Whose grant lets somebody act as what they are in the team: an assessor may help out as enumerator. */
const GRANT_OF_TEAM_ROLE: Readonly<Record<TeamRole, readonly Role[]>> = {
  assessor: ['assessor'],
  enumerator: ['enumerator', 'assessor'],
};

/** Whether somebody with these roles where a team works can be that in it. */
export function fitsTeamRole(role: TeamRole, held: readonly Role[]): boolean {
  return GRANT_OF_TEAM_ROLE[role].some((wanted) => held.includes(wanted));
}

/**
 * What the person is in the team of the assessment: undefined if they are no member, or hold no grant any more for
 * where it lies. Then the assessment does not exist for them as a member of the field.
 */
export async function teamRoleOf(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'grants'>,
  id: AssessmentId,
): Promise<TeamRole | undefined> {
  return (await teamAssessments(db, actor, [id]))[0]?.role;
}

/** The same of an assessment that is locked, without asking again. */
export function roleInTeam(
  actor: Pick<Actor, 'personId' | 'grants'>,
  { members, place }: Pick<LockedAssessment, 'members' | 'place'>,
): TeamRole | undefined {
  const role = members.find(({ personId }) => personId === actor.personId)?.role;
  return role !== undefined && hasRole(actor, GRANT_OF_TEAM_ROLE[role], { province: place.province })
    ? role
    : undefined;
}

/**
 * Whether what the person entered about the assessment is theirs to bring: as a member of its team, or of the time when
 * they were one. Whoever was, may do nothing else with it any more.
 */
export function mayBring(
  actor: Pick<Actor, 'personId' | 'grants'>,
  { formerMembers, ...assessment }: Pick<LockedAssessment, 'members' | 'formerMembers' | 'place'>,
): boolean {
  if (roleInTeam(actor, assessment) !== undefined) return true;
  return formerMembers.includes(actor.personId) && isInField(actor, assessment.place.province);
}

/** The same whatever grants the person still holds: for what somebody else brings that they entered. */
export function wasEverIn(
  personId: PersonId,
  { members, formerMembers }: Pick<LockedAssessment, 'members' | 'formerMembers'>,
): boolean {
  return formerMembers.includes(personId) || members.some((member) => member.personId === personId);
}

function isInField(actor: Pick<Actor, 'grants'>, province: ProvinceCode): boolean {
  return hasRole(actor, ['assessor', 'enumerator'], { province });
}

/** `mayBring` of an assessment that is not locked. */
export async function mayBringTo(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'grants'>,
  id: AssessmentId,
): Promise<boolean> {
  if ((await teamRoleOf(db, actor, id)) !== undefined) return true;
  const former = await db
    .selectFrom('assessment')
    .innerJoin('period_unit', (join) =>
      join
        .onRef('period_unit.period_id', '=', 'assessment.period_id')
        .onRef('period_unit.unit_id', '=', 'assessment.unit_id'),
    )
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('team_member', (join) => join.on('team_member.person_id', '=', actor.personId))
    .leftJoin('former_team', (join) =>
      join
        .onRef('former_team.assessment_id', '=', 'assessment.id')
        .onRef('former_team.team_id', '=', 'team_member.team_id'),
    )
    .select('unit.government_code')
    .where('assessment.id', '=', id)
    .where((either) =>
      either.or([
        either('former_team.team_id', 'is not', null),
        either.and([
          either('team_member.team_id', '=', either.ref('period_unit.team_id')),
          either('team_member.left_at', 'is not', null),
        ]),
      ]),
    )
    .executeTakeFirst();
  return former !== undefined && isInField(actor, provinceOf(former.government_code));
}

/** The ids of all assessments of the person's teams. */
export async function assessmentsOfTeams(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'grants'>,
): Promise<readonly AssessmentId[]> {
  return (await teamAssessments(db, actor)).map(({ id }) => id);
}

export interface TeamAssessment {
  readonly id: AssessmentId;
  readonly teamId: TeamId;
  readonly role: TeamRole;
  readonly version: number;
  readonly province: ProvinceCode;
}

/**
 * The assessments that the person's teams have (or those of `ids` that are), with the role there, in the order of their
 * ids. What is still being planned, the field does not see.
 */
export async function teamAssessments(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'grants'>,
  ids?: readonly AssessmentId[],
): Promise<readonly TeamAssessment[]> {
  if (ids?.length === 0) return [];
  const all = db
    .selectFrom('team_member')
    .innerJoin('period_unit', 'period_unit.team_id', 'team_member.team_id')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'assessment.id',
      'assessment.version',
      'team_member.team_id',
      'team_member.role',
      'government.province_code',
    ])
    .where('team_member.person_id', '=', actor.personId)
    .where('team_member.left_at', 'is', null)
    .where('period.opened_at', 'is not', null)
    .orderBy('assessment.id');
  const rows = await (ids === undefined ? all : all.where('assessment.id', 'in', ids)).execute();
  return rows.flatMap(({ id, team_id: teamId, role, version, province_code: province }) =>
    hasRole(actor, GRANT_OF_TEAM_ROLE[role], { province }) ? [{ id, teamId, role, version, province }] : [],
  );
}
