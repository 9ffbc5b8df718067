import { type RawBuilder, sql } from 'kysely';

import type { CellKey, Change } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { type CellPast, placeChange } from '@patuh/shared/sync/place-change';
import { pointsOf } from '@patuh/shared/sync/points-of';
import { isWithdrawal } from '@patuh/shared/sync/withdrawn';

import { writeAtOnce } from '../at-once.ts';
import type { Reader, Writer } from '../database.ts';
import { plainArray } from '../plain-array.ts';
import { forgetWithdrawn } from '../review/forget-withdrawn.ts';
import { awaitWebCopies } from '../web-copies/await-copies.ts';
import { type Board, type BoardCell, cellAt, type CellRow, loadBoard, movedCells } from './board.ts';
import { entryOf } from './cells.ts';
import { saveSummaries } from './summaries.ts';

/** A change on its way to its cell: the server's moment counts, the device's never. */
export interface ArrivedChange extends Pick<
  Change,
  'id' | 'assessmentId' | 'indicatorId' | 'subjectId' | 'entry' | 'base'
> {
  readonly by: PersonId;
  readonly at: Date;
}

/** What became of a change that was placed; `with` are the values it is in conflict with. */
export interface Placed {
  readonly kind: 'applied' | 'conflict' | 'history';
  readonly with: readonly ChangeId[];
}

/**
 * Puts changes on their cells, in the order given, and stores the cells under the versions given. For assessments that are
 * locked and whose version was raised. Points given back that are open at such a place are answered by it. The changes
 * themselves are stored by the caller, once it knows what became of them.
 */
export async function applyChanges(
  trx: Writer,
  changes: readonly ArrivedChange[],
  versions: ReadonlyMap<AssessmentId, number>,
): Promise<ReadonlyMap<ChangeId, Placed>> {
  const board = await loadBoard(trx, [...new Set(changes.map(({ assessmentId }) => assessmentId))]);
  const placed = await placeOnBoard(trx, board, changes);
  await saveBoard(trx, board, versions);
  await saveSummaries(trx, [...versions.keys()], board);
  await answerPoints(trx, board);
  await awaitWebCopies(trx, board);
  await forgetWithdrawn(trx, board);
  return placed;
}

/** The part of it that decides: nothing is written. */
export async function placeOnBoard(
  db: Reader,
  board: Board,
  changes: readonly ArrivedChange[],
): Promise<ReadonlyMap<ChangeId, Placed>> {
  const pasts = await loadPasts(db, board, changes);
  const placed = new Map<ChangeId, Placed>();
  for (const change of changes) {
    const cell = cellOf(board, change);
    const bases = pasts.get(cell) ?? new Map<ChangeId, readonly ChangeId[]>();
    const { kind, heads } = placeChange({ heads: cell.heads, bases }, change);
    if (kind === 'duplicate') throw new RangeError(`Placed twice: ${change.id}`);
    pasts.set(cell, bases.set(change.id, change.base));
    board.arrivals.set(change.id, change.at);
    // What was overtaken before it came usually leaves the cell as it is.
    cell.moved ||= kind !== 'history' || heads.length !== cell.heads.length;
    cell.heads = heads;
    placed.set(change.id, { kind, with: kind === 'conflict' ? heads.slice(0, -1).map(({ id }) => id) : [] });
  }
  return placed;
}

function cellOf(board: Board, { assessmentId, indicatorId, subjectId, entry }: ArrivedChange): BoardCell {
  return cellAt(board, assessmentId, { indicatorId, subjectId, field: entry.field });
}

type Bases = Map<ChangeId, readonly ChangeId[]>;

/**
 * What was built upon what, for the cells where it matters: those of which a change does not name everything that is
 * current. Nearly always there are none, and the history is not read at all.
 */
async function loadPasts(db: Reader, board: Board, changes: readonly ArrivedChange[]): Promise<Map<BoardCell, Bases>> {
  const byCell = Map.groupBy(changes, (change) => cellOf(board, change));
  const unclear = [...byCell].filter(([cell, own]) => !eachSawTheLast(cell.heads, own));
  const pasts = new Map<BoardCell, Bases>(unclear.map(([cell]) => [cell, new Map()]));
  const byAssessment = Map.groupBy(unclear, ([, own]) => own[0]?.assessmentId);
  const placing = new Set(changes.map(({ id }) => id));
  for (const [assessmentId, cells] of byAssessment) {
    if (assessmentId === undefined) continue;
    const rows = await loadBases(
      db,
      assessmentId,
      cells.map(([cell]) => cell),
    );
    for (const row of rows) {
      // What came late and was not taken in has replaced nothing, although it names what it was built upon.
      const isOutside = row.placement === 'late' && row.decision !== 'taken-in';
      if (placing.has(row.id) || (isOutside && row.base.some((id) => placing.has(id)))) continue;
      const { indicator_id: indicatorId, subject_id: subjectId, field } = row;
      const own = cells.find(
        ([{ key }]) => (key.indicatorId ?? '') === indicatorId && key.subjectId === subjectId && key.field === field,
      );
      if (own !== undefined) pasts.get(own[0])?.set(row.id, row.base);
    }
  }
  return pasts;
}

function eachSawTheLast(heads: CellPast['heads'], changes: readonly ArrivedChange[]): boolean {
  let current = heads.map(({ id }) => id);
  return changes.every(({ id, base }) => {
    const sawAll = current.every((head) => base.includes(head));
    current = [id];
    return sawAll;
  });
}

async function loadBases(db: Reader, id: AssessmentId, cells: readonly BoardCell[]) {
  return await db
    .selectFrom('answer_change')
    .leftJoin('late_change', 'late_change.change_id', 'answer_change.id')
    .select(['id', 'base', 'indicator_id', 'subject_id', 'field', 'placement', 'decision'])
    .where('answer_change.assessment_id', '=', id)
    .where('subject_id', 'in', [...new Set(cells.map(({ key }) => key.subjectId))])
    .where('indicator_id', 'in', [...new Set(cells.map(({ key }) => key.indicatorId ?? ''))])
    .execute();
}

/** Stores what has moved on the board. */
export async function saveBoard(trx: Writer, board: Board, versions: ReadonlyMap<AssessmentId, number>): Promise<void> {
  await writeAtOnce(trx, boardWrites(board, versions));
}

/** The same as writes to go along with others: one for the new cells and one for the others, however many. */
export function boardWrites(board: Board, versions: ReadonlyMap<AssessmentId, number>): readonly RawBuilder<unknown>[] {
  const rows = movedCells(board);
  const added = rows.filter(({ isNew }) => isNew);
  const changed = rows.filter(({ isNew }) => !isNew);
  const inserts = sql`
    insert into answer
      (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)
    select * from ${incoming(added, versions)}`;
  const updates = sql`
    update answer set value = incoming.value, change_id = incoming.change_id, heads = incoming.heads,
      person_id = incoming.person_id, at = incoming.at, version = incoming.version
    from ${incoming(changed, versions)}
    where answer.assessment_id = incoming.assessment_id and answer.indicator_id = incoming.indicator_id
      and answer.subject_id = incoming.subject_id and answer.field = incoming.field`;
  return [...(added.length > 0 ? [inserts] : []), ...(changed.length > 0 ? [updates] : [])];
}

/** The rows as one array per column: a statement costs the same to read however many there are. */
function incoming(rows: readonly CellRow[], versions: ReadonlyMap<AssessmentId, number>): RawBuilder<unknown> {
  const column = <Value>(valueOf: (row: CellRow) => Value): Value[] => rows.map(valueOf);
  return sql`(
    select assessment_id, indicator_id, subject_id, field, value::jsonb as value, change_id, heads::uuid[] as heads,
      person_id, at, version
    from unnest(
      ${plainArray(column((row) => row.assessmentId))}::uuid[], ${column((row) => row.key.indicatorId ?? '')}::text[],
      ${column((row) => row.key.subjectId)}::text[], ${column((row) => row.key.field)}::text[],
      ${column((row) => JSON.stringify(row.value))}::text[], ${plainArray(column((row) => row.changeId))}::uuid[],
      ${column((row) => `{${row.heads.join(',')}}`)}::text[], ${plainArray(column((row) => row.by))}::uuid[],
      ${plainArray(column((row) => row.at))}::timestamptz[], ${plainArray(column((row) => versionOf(versions, row.assessmentId)))}::bigint[]
    ) as arrived
      (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)) as incoming`;
}

function versionOf(versions: ReadonlyMap<AssessmentId, number>, id: AssessmentId): number {
  const version = versions.get(id);
  if (version === undefined) throw new RangeError(`No version was raised for ${id}`);
  return version;
}

/**
 * A point given back is answered as soon as something at its place changes, evidence for it among that, or as nobody can
 * answer there any more because the user withdrew.
 */
export async function answerPoints(trx: Writer, board: Board): Promise<void> {
  const answered = movedCells(board).flatMap(pointsAnswered);
  if (answered.length === 0) return;
  await sql`
    update returned_point set state = 'answered'
    from unnest(
      ${answered.map((point) => point.assessmentId)}::uuid[], ${answered.map((point) => point.indicatorId)}::text[],
      ${answered.map((point) => point.subjectId)}::text[]
    ) as moved (assessment_id, indicator_id, subject_id)
    where returned_point.assessment_id = moved.assessment_id and returned_point.state = 'open'
      and (returned_point.subject_id = moved.subject_id and moved.indicator_id is null
        or returned_point.indicator_id = moved.indicator_id
          and (returned_point.subject_id is null or returned_point.subject_id = moved.subject_id))`.execute(trx);
}

interface AnsweredAt extends Pick<CellKey, 'indicatorId' | 'subjectId'> {
  readonly assessmentId: AssessmentId;
}

/** Without an indicator: every point of the subject. */
function pointsAnswered({ assessmentId, key, value }: CellRow): readonly AnsweredAt[] {
  const { subjectId } = key;
  const entry = entryOf({ field: key.field, value });
  if (isWithdrawal(entry)) return [{ assessmentId, indicatorId: null, subjectId }];
  return pointsOf(key, entry).map((point) => ({ assessmentId, ...point }));
}
