import { sql } from 'kysely';

import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { type GovernmentCode, type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';

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
  readonly chain: 'main' | 'demo';
  readonly unitKind: UnitKind;
  readonly teamId: TeamId;
  readonly members: readonly { readonly personId: PersonId; readonly role: 'assessor' | 'enumerator' }[];
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly instrumentHash: string;
  /** Results of its province and period were published: what follows is a correction. */
  readonly published: boolean;
}

/** The assessment under its row lock; undefined if there is none. */
export async function lockAssessment(trx: Writer, id: AssessmentId, now: Date): Promise<LockedAssessment | undefined> {
  return (await lockAssessments(trx, [id], now)).get(id);
}

/**
 * Several under their row locks, always taken in the order of their ids, so that nobody waits in a circle; only those with
 * that member in their team where one is named.
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
      'period.chain',
      'period.clarification_until',
      'period.instrument_id',
      'period.instrument_version',
      'instrument.content_hash',
      sql<LockedAssessment['members']>`
        (select coalesce(json_agg(json_build_object('personId', person_id, 'role', role)), '[]')
         from team_member where team_id = period_unit.team_id)`.as('members'),
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
  const rows = await (
    member === undefined ? all : all.where('period_unit.team_id', 'in', teamsOf(trx, member))
  ).execute();
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
        chain: row.chain,
        unitKind: row.unit_kind,
        teamId: row.team_id,
        instrumentId: row.instrument_id,
        instrumentVersion: row.instrument_version,
        instrumentHash: row.content_hash,
        members: row.members,
        published: row.published === true,
      },
    ]),
  );
}

function teamsOf(trx: Writer, member: PersonId) {
  return trx.selectFrom('team_member').select('team_member.team_id').where('team_member.person_id', '=', member);
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
