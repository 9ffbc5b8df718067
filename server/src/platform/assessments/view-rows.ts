import type { AssessmentId, TeamId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';
import { indicatorOf } from './cells.ts';

/** What a view of an assessment is made of, besides its cells. */

export async function loadRows(db: Reader, ids: readonly AssessmentId[]) {
  return await db
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
    .innerJoin('team', 'team.id', 'period_unit.team_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('province', 'province.code', 'government.province_code')
    .select([
      'assessment.id',
      'assessment.version',
      'assessment.state',
      'assessment.submitted_at',
      'assessment.not_assessed_reason',
      'assessment.not_assessed_note',
      // A second visit is one of its season, by its id too.
      ({ fn }) => fn.coalesce('period.compares', 'period.id').as('period_id'),
      'period.year',
      'period.name as period_name',
      'period.chain',
      'period.kind as period_kind',
      'period.instrument_id',
      'period.instrument_version',
      'instrument.content_hash',
      'period.score_before_submission',
      'period.clarification_until',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'unit.kind as unit_kind',
      'unit.address',
      'unit.latitude',
      'unit.longitude',
      'period_unit.first_time',
      'government.code as government_code',
      'government.name as government_name',
      'province.code as province_code',
      'province.name as province_name',
      'team.id as team_id',
      'team.name as team_name',
    ])
    .where('assessment.id', 'in', ids)
    .orderBy('assessment.id')
    .execute();
}

export async function loadMembers(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return new Map<TeamId, never>();
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('person', 'person.id', 'team_member.person_id')
    .select(['team_id', 'person_id', 'person.name', 'role'])
    .where('team_id', 'in', teams)
    .where('left_at', 'is', null)
    .orderBy('role')
    .orderBy('person.name')
    .orderBy('person_id')
    .execute();
  return grouped(
    rows,
    ({ team_id: team }) => team,
    ({ person_id: personId, name, role }) => ({ personId, name, role }),
  );
}

export async function loadPoints(db: Reader, ids: readonly AssessmentId[]) {
  const rows = await db
    .selectFrom('returned_point')
    .innerJoin('person', 'person.id', 'returned_by')
    .select([
      'returned_point.id',
      'assessment_id',
      'indicator_id',
      'subject_id',
      'reason',
      'returned_at',
      'state',
      'person.name as returned_by_name',
    ])
    .where('assessment_id', 'in', ids)
    .orderBy('returned_at')
    .orderBy('returned_point.id')
    .execute();
  return grouped(
    rows,
    (row) => row.assessment_id,
    (row) => ({
      id: row.id,
      indicatorId: row.indicator_id,
      subjectId: row.subject_id,
      reason: row.reason,
      returnedBy: row.returned_by_name,
      returnedAt: row.returned_at.toISOString(),
      state: row.state,
    }),
  );
}

export async function loadLate(db: Reader, ids: readonly AssessmentId[]) {
  const rows = await db
    .selectFrom('late_change')
    .innerJoin('answer_change', 'answer_change.id', 'late_change.change_id')
    .innerJoin('person', 'person.id', 'answer_change.person_id')
    .select([
      'late_change.assessment_id',
      'change_id',
      'indicator_id',
      'subject_id',
      'late_change.received_at',
      'decision',
      'person.name as by',
    ])
    .where('late_change.assessment_id', 'in', ids)
    .orderBy('late_change.received_at')
    .orderBy('change_id')
    .execute();
  return grouped(
    rows,
    (row) => row.assessment_id,
    (row) => ({
      changeId: row.change_id,
      indicatorId: indicatorOf(row.indicator_id),
      subjectId: row.subject_id,
      by: row.by,
      receivedAt: row.received_at.toISOString(),
      decision: row.decision,
    }),
  );
}

function grouped<Row, Key, Item>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  itemOf: (row: Row) => Item,
): ReadonlyMap<Key, Item[]> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, own]) => [key, own.map(itemOf)]));
}

/** Hashes of the files that are here, by assessment. */
export async function loadFiles(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, string[]>> {
  const rows = await db
    .selectFrom('assessment_file')
    .select(['assessment_id', 'sha256'])
    .where('assessment_id', 'in', ids)
    .orderBy('sha256')
    .execute();
  const byAssessment = Map.groupBy(rows, (row) => row.assessment_id);
  return new Map([...byAssessment].map(([id, own]) => [id, own.map(({ sha256 }) => sha256)]));
}
