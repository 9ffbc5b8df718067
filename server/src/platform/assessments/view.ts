import { readUnitKinds } from '@patuh/seeds/reference';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentId, TeamId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';

import type { Reader } from '../database.ts';
import { indicatorOf, loadStoredCells } from './cells.ts';
import { stateNow } from './state.ts';

/**
 * Assessments as the field sees them, in the order of their ids; ids that do not exist are left out. With `since`, only
 * the cells that are newer than that version are sent of an assessment it names. To be read in one snapshot or under the
 * row lock: it takes several queries.
 */
export async function loadAssessmentViews(
  db: Reader,
  ids: readonly AssessmentId[],
  now: Date,
  since: ReadonlyMap<AssessmentId, number> = new Map(),
): Promise<readonly AssessmentView[]> {
  if (ids.length === 0) return [];
  const rows = await loadRows(db, ids);
  const members = await loadMembers(db, [...new Set(rows.map(({ team_id: team }) => team))]);
  const cells = await loadStoredCells(db, ids);
  const points = await loadPoints(db, ids);
  const late = await loadLate(db, ids);
  return rows.map((row) => {
    const stored = cells.get(row.id) ?? [];
    const from = since.get(row.id) ?? 0;
    return {
      ...headOf(row, now),
      team: { id: row.team_id, name: row.team_name, members: members.get(row.team_id) ?? [] },
      cells: stored.filter(({ version }) => version > from).map(({ cell }) => cell),
      points: points.get(row.id) ?? [],
      late: late.get(row.id) ?? [],
      answersHash: answersHash(stored.map(({ cell }) => hashedCell(cell))),
    };
  });
}

type Row = Awaited<ReturnType<typeof loadRows>>[number];

async function loadRows(db: Reader, ids: readonly AssessmentId[]) {
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
      'assessment.period_id',
      'period.year',
      'period.name as period_name',
      'period.chain',
      'period.instrument_id',
      'period.instrument_version',
      'instrument.content_hash',
      'period.score_before_submission',
      'period.clarification_until',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'unit.kind as unit_kind',
      'unit.address',
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

function headOf(row: Row, now: Date) {
  return {
    id: row.id,
    version: row.version,
    state: stateNow(row.state, row.clarification_until, now),
    notAssessed:
      row.not_assessed_reason === null ? null : { reason: row.not_assessed_reason, note: row.not_assessed_note ?? '' },
    period: {
      id: row.period_id,
      year: row.year,
      name: row.period_name,
      chain: row.chain,
      instrument: { id: row.instrument_id, version: row.instrument_version, contentHash: row.content_hash },
      scoreBeforeSubmission: row.score_before_submission,
      clarificationUntil: row.clarification_until?.toISOString() ?? null,
    },
    unit: {
      id: row.unit_id,
      name: row.unit_name,
      kind: row.unit_kind,
      kindName: unitKindName(row.unit_kind),
      government: { code: row.government_code, name: row.government_name },
      province: { code: row.province_code, name: row.province_name },
      address: row.address,
      firstTime: row.first_time,
    },
    submittedAt: row.submitted_at?.toISOString() ?? null,
  };
}

let kindNames: ReadonlyMap<UnitKind, string> | undefined;

/** “Dinas Kesehatan”: the name of a kind of unit; of a kind that the reference data does not know, its id. */
export function unitKindName(kind: UnitKind): string {
  kindNames ??= new Map(readUnitKinds().map(({ id, name }) => [id, name]));
  return kindNames.get(kind) ?? kind;
}

async function loadMembers(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return new Map<TeamId, never>();
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('person', 'person.id', 'team_member.person_id')
    .select(['team_id', 'person_id', 'person.name', 'role'])
    .where('team_id', 'in', teams)
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

async function loadPoints(db: Reader, ids: readonly AssessmentId[]) {
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

async function loadLate(db: Reader, ids: readonly AssessmentId[]) {
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
