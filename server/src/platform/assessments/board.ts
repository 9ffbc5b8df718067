import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { answersHash } from '@patuh/shared/sync/answers-hash';
import { cellKey } from '@patuh/shared/sync/cell-key';
import type { Head } from '@patuh/shared/sync/place-change';

import type { Reader } from '../database.ts';
import { entryOf, indicatorOf } from './cells.ts';

/** A cell while changes are being placed on it. */
export interface BoardCell {
  readonly key: CellKey;
  /** In the order of arrival, the current value last; empty until its first change. */
  heads: readonly Head[];
  /** Whether `heads` is no longer what the database holds. */
  moved: boolean;
  /** Whether the database holds the cell at all. */
  readonly isNew: boolean;
}

/** All cells of some locked assessments, as they stand and as they come to stand. */
export interface Board {
  readonly cells: ReadonlyMap<AssessmentId, Map<string, BoardCell>>;
  /** When each head arrived. */
  readonly arrivals: Map<ChangeId, Date>;
}

/** Reads the assessments' cells; to be called under their row locks. */
export async function loadBoard(db: Reader, ids: readonly AssessmentId[]): Promise<Board> {
  const board: Board = { cells: new Map(ids.map((id) => [id, new Map()])), arrivals: new Map() };
  if (ids.length === 0) return board;
  const rows = await db
    .selectFrom('answer')
    .select(['assessment_id', 'indicator_id', 'subject_id', 'field', 'value', 'change_id', 'heads', 'person_id', 'at'])
    .where('assessment_id', 'in', ids)
    .execute();
  const others = await loadHeads(
    db,
    rows.flatMap(({ heads, change_id: current }) => heads.filter((head) => head !== current)),
  );
  for (const row of rows) {
    const key = { indicatorId: indicatorOf(row.indicator_id), subjectId: row.subject_id, field: row.field };
    const current = { id: row.change_id, by: row.person_id, entry: entryOf(row) };
    const heads = [...row.heads.flatMap((head) => others.get(head)?.head ?? []), current];
    board.cells.get(row.assessment_id)?.set(cellKey(key), { key, heads, moved: false, isNew: false });
    board.arrivals.set(row.change_id, row.at);
  }
  for (const { head, at } of others.values()) board.arrivals.set(head.id, at);
  return board;
}

async function loadHeads(db: Reader, ids: readonly ChangeId[]) {
  if (ids.length === 0) return new Map<ChangeId, never>();
  const rows = await db
    .selectFrom('answer_change')
    .select(['id', 'person_id', 'field', 'value', 'received_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { head: { id: row.id, by: row.person_id, entry: entryOf(row) }, at: row.received_at }]),
  );
}

/** Where a change goes, taken down from the board; an empty cell is put up if there is none yet. */
export function cellAt(board: Board, assessmentId: AssessmentId, key: CellKey): BoardCell {
  const cells = board.cells.get(assessmentId);
  if (cells === undefined) throw new RangeError(`Not on the board: ${assessmentId}`);
  const name = cellKey(key);
  const found = cells.get(name);
  if (found !== undefined) return found;
  const cell: BoardCell = { key, heads: [], moved: false, isNew: true };
  cells.set(name, cell);
  return cell;
}

/** Hash of everything current in one assessment of the board. */
export function hashOnBoard(board: Board, id: AssessmentId): string {
  const cells = [...(board.cells.get(id)?.values() ?? [])];
  return answersHash(
    cells.flatMap(({ key, heads }) => {
      const current = heads.at(-1);
      return current === undefined ? [] : [{ ...key, changeId: current.id, value: current.entry.value }];
    }),
  );
}

/** A row of `answer` as a cell of the board makes it. */
export interface CellRow {
  readonly assessmentId: AssessmentId;
  readonly isNew: boolean;
  readonly key: CellKey;
  readonly value: FieldValue['value'];
  readonly changeId: ChangeId;
  readonly heads: readonly ChangeId[];
  readonly by: PersonId;
  readonly at: Date;
}

/** What the board holds that the database does not yet. */
export function movedCells(board: Board): readonly CellRow[] {
  return [...board.cells].flatMap(([assessmentId, cells]) =>
    [...cells.values()].flatMap(({ key, heads, moved, isNew }) => {
      const current = heads.at(-1);
      const at = current && board.arrivals.get(current.id);
      if (!moved || current === undefined || at === undefined) return [];
      const { id: changeId, by, entry } = current;
      return [{ assessmentId, isNew, key, value: entry.value, changeId, heads: heads.map(({ id }) => id), by, at }];
    }),
  );
}
