import { readUnitKinds } from '@patuh/seeds/reference';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { withdrawnIn } from '@patuh/shared/sync/withdrawn';

import type { Reader } from '../database.ts';
import { loadStoredCells } from './cells.ts';
import { stateNow } from './state.ts';
import { loadFiles, loadLate, loadMembers, loadPoints, loadRows } from './view-rows.ts';

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
  const files = await loadFiles(db, ids);
  return rows.map((row) => {
    const stored = cells.get(row.id) ?? [];
    const from = since.get(row.id) ?? 0;
    const withdrawn = withdrawnIn(stored.map(({ cell }) => cell));
    return {
      ...headOf(row, now),
      team: { id: row.team_id, name: row.team_name, members: members.get(row.team_id) ?? [] },
      cells: stored.filter(({ version }) => version > from).map(({ cell }) => cell),
      points: points.get(row.id) ?? [],
      // What came late of somebody who withdrew is nobody’s to decide any more.
      late: (late.get(row.id) ?? []).filter(({ subjectId }) => !withdrawn.has(subjectId)),
      files: files.get(row.id) ?? [],
      answersHash: answersHash(stored.map(({ cell }) => hashedCell(cell))),
    };
  });
}

type Row = Awaited<ReturnType<typeof loadRows>>[number];

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
      ...(row.period_kind === 'trial' && { trial: true }),
    },
    unit: {
      id: row.unit_id,
      name: row.unit_name,
      kind: row.unit_kind,
      kindName: unitKindName(row.unit_kind),
      government: { code: row.government_code, name: row.government_name },
      province: { code: row.province_code, name: row.province_name },
      address: row.address,
      coordinates:
        row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
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
