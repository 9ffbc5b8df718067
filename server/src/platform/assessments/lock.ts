import { sql } from 'kysely';

import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { type GovernmentCode, type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import type { PeriodKind } from '@patuh/shared/domain/period';
import type { PeriodRetention } from '@patuh/shared/domain/retention';

import type { Writer } from '../database.ts';
import { stateNow } from './state.ts';

/** An assessment that nobody else changes until this transaction ends, with all that policies ask about it. */
export interface LockedAssessment {
  readonly id: AssessmentId;
  readonly version: number;
  /** What was seen at this version or a later one is as it is now, except for files that arrived. */
  readonly unchangedSince: number;
  /** With `final` derived from the time given. */
  readonly state: AssessmentState;
  readonly place: { readonly province: ProvinceCode; readonly government: GovernmentCode; readonly unit: UnitId };
  readonly periodId: PeriodId;
  readonly periodKind: PeriodKind;
  readonly chain: 'main' | 'demo';
  readonly unitKind: UnitKind;
  readonly teamId: TeamId;
  readonly members: readonly { readonly personId: PersonId; readonly role: 'assessor' | 'enumerator' }[];
  /** Who left its team, and everybody of the teams that had it before: what they entered is taken whenever it comes. */
  readonly formerMembers: readonly PersonId[];
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly instrumentHash: string;
  /** Results of its province and period were published: what follows is a correction. */
  readonly published: boolean;
  /** What was purged of its province and period, and when last; what arrives of it afterwards is not kept. */
  readonly purged: readonly { readonly kind: PeriodRetention; readonly at: string }[];
}

/** The assessment under its row lock; undefined if there is none. */
export async function lockAssessment(trx: Writer, id: AssessmentId, now: Date): Promise<LockedAssessment | undefined> {
  return (await lockAssessments(trx, [id], now)).get(id);
}

/**
 * Several under their row locks, always taken in the order of their ids, so that nobody waits in a circle; only those that
 * the person named ever had in their team.
 */
export async function lockAssessments(
  trx: Writer,
  ids: readonly AssessmentId[],
  now: Date,
  member?: PersonId,
): Promise<ReadonlyMap<AssessmentId, LockedAssessment>> {
  if (ids.length === 0) return new Map();
  const all = trx
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('period_unit', (join) =>
      join
        .onRef('period_unit.period_id', '=', 'assessment.period_id')
        .onRef('period_unit.unit_id', '=', 'assessment.unit_id'),
    )
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select((select) => [
      'assessment.id',
      'assessment.version',
      'assessment.files_since',
      'assessment.files_until',
      'assessment.state',
      'assessment.period_id',
      'assessment.unit_id',
      'unit.government_code',
      'unit.kind as unit_kind',
      'period_unit.team_id',
      'period.kind as period_kind',
      'period.chain',
      'period.clarification_until',
      'period.instrument_id',
      'period.instrument_version',
      'instrument.content_hash',
      sql<LockedAssessment['members']>`
        (select coalesce(json_agg(json_build_object('personId', person_id, 'role', role)), '[]')
         from team_member where team_id = period_unit.team_id and left_at is null)`.as('members'),
      sql<LockedAssessment['formerMembers']>`
        (select coalesce(json_agg(person_id), '[]') from team_member
         where team_id = any(array(select team_id from former_team where assessment_id = assessment.id) || period_unit.team_id)
           and (left_at is not null or team_id <> period_unit.team_id))`.as('former_members'),
      sql<LockedAssessment['purged']>`
        (select coalesce(json_agg(json_build_object('kind', kind, 'at', at)), '[]') from (
          select kind, max(at) as at from purge
          where purge.period_id = assessment.period_id and purge.province_code = left(unit.government_code, 2)
          group by kind) as purged)`.as('purged'),
      select
        .exists(
          select
            .selectFrom('release')
            .select(sql`1`.as('one'))
            .whereRef('release.period_id', '=', 'assessment.period_id')
            .where(sql`release.province_code`, '=', sql`left(unit.government_code, 2)`)
            .where('release.state', '=', 'published'),
        )
        .as('published'),
    ])
    .where('assessment.id', 'in', ids)
    // An assessment begins with its first team, and from then on some team always has the unit.
    .$narrowType<{ team_id: TeamId }>()
    .orderBy('assessment.id')
    .forUpdate('assessment');
  const rows = await (member === undefined ? all : all.where(everIn(member))).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        version: row.version,
        unchangedSince: row.files_until === row.version ? (row.files_since ?? row.version) : row.version,
        state: stateNow(row.state, row.clarification_until, now),
        place: { province: provinceOf(row.government_code), government: row.government_code, unit: row.unit_id },
        periodId: row.period_id,
        periodKind: row.period_kind,
        chain: row.chain,
        unitKind: row.unit_kind,
        teamId: row.team_id,
        instrumentId: row.instrument_id,
        instrumentVersion: row.instrument_version,
        instrumentHash: row.content_hash,
        members: row.members,
        formerMembers: row.former_members,
        published: row.published === true,
        purged: row.purged,
      },
    ]),
  );
}

/** Whether the person is or was in the team of the assessment, or in one that had it before. */
function everIn(member: PersonId) {
  return sql<boolean>`exists (
    select from team_member
    where team_member.person_id = ${member} and (
      team_member.team_id = period_unit.team_id or exists (
        select from former_team
        where former_team.assessment_id = assessment.id and former_team.team_id = team_member.team_id)))`;
}

/** One more thing has happened to it: the new version. To be called under the row lock, once a transaction. */
export async function raiseVersion(trx: Writer, id: AssessmentId): Promise<number> {
  const { version } = await trx
    .updateTable('assessment')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/**
 * A file has arrived: the new version, by which phones learn of it. Nobody who decides is told that something changed,
 * as long as nothing but files did. To be called under the row lock, once a transaction.
 */
export async function raiseForFile(trx: Writer, { id, version, unchangedSince }: LockedAssessment): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({ version: version + 1, files_since: unchangedSince, files_until: version + 1 })
    .where('id', '=', id)
    .execute();
}
