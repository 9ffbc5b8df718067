import { type Selectable, sql } from 'kysely';

import type { Cell, CellValue, Change, FieldValue } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { withoutWithdrawn } from '@patuh/shared/sync/withdrawn';

import type { Reader } from '../database.ts';
import type { AnswerTable } from '../tables/assessment.ts';

/** A cell with the version of its assessment that brought it. */
export interface StoredCell {
  readonly cell: Cell;
  readonly version: number;
}

/** All cells of one assessment, in one order. */
export async function loadCells(db: Reader, id: AssessmentId): Promise<readonly Cell[]> {
  return ((await loadStoredCells(db, [id])).get(id) ?? []).map(({ cell }) => cell);
}

/**
 * All cells of several assessments, in one order; an assessment without answers has no entry. What a withdrawn user said
 * never leaves the database by it.
 */
export async function loadStoredCells(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, readonly StoredCell[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('answer')
    .innerJoin('person', 'person.id', 'answer.person_id')
    .select([
      'assessment_id',
      'indicator_id',
      'subject_id',
      'field',
      'value',
      'change_id',
      'heads',
      'at',
      'version',
      'person.name as by',
    ])
    .where('assessment_id', 'in', ids)
    .orderBy('assessment_id')
    .orderBy('indicator_id')
    .orderBy('subject_id')
    .orderBy('field')
    .execute();
  const others = await loadValues(
    db,
    rows.flatMap((row) => row.heads.filter((head) => head !== row.change_id)),
  );
  const cells = rows.map((row) => ({ row, cell: cellOf(row, others) }));
  return new Map(
    [...Map.groupBy(cells, ({ row }) => row.assessment_id)].map(([id, own]) => {
      const shown = new Set(withoutWithdrawn(own.map(({ cell }) => cell)));
      return [id, own.flatMap(({ row, cell }) => (shown.has(cell) ? [{ cell, version: row.version }] : []))];
    }),
  );
}

type AnswerRow = Omit<Selectable<AnswerTable>, 'person_id'> & { readonly by: string };

function cellOf(row: AnswerRow, others: ReadonlyMap<ChangeId, CellValue>): Cell {
  return {
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    current: { changeId: row.change_id, entry: entryOf(row), by: row.by, at: row.at.toISOString() },
    others: row.heads.flatMap((head) => (head === row.change_id ? [] : (others.get(head) ?? []))),
  };
}

/** The values of changes, by their ids: what was entered, by whom, and when it arrived. */
export async function loadValues(db: Reader, ids: readonly ChangeId[]): Promise<ReadonlyMap<ChangeId, CellValue>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('answer_change')
    .innerJoin('person', 'person.id', 'answer_change.person_id')
    .select(['answer_change.id', 'field', 'value', 'received_at', 'person.name as by'])
    .where('answer_change.id', 'in', ids)
    // Nothing is left of a profile whose retention is over.
    .where((row) => row.not(row.and([row('field', '=', 'profile'), row(sql`value`, '=', sql`'null'::jsonb`)])))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { changeId: row.id, entry: entryOf(row), by: row.by, at: row.received_at.toISOString() },
    ]),
  );
}

/** Everybody who entered something in it, and who vouched for it by handing it in: who may not verify it. */
export async function collectorsOf(db: Reader, id: AssessmentId): Promise<readonly { id: PersonId; name: string }[]> {
  const entered = db.selectFrom('answer_change').select('person_id').where('assessment_id', '=', id);
  const handedIn = db.selectFrom('assessment').select('submitted_by').where('assessment.id', '=', id);
  return await db
    .selectFrom('person')
    .select(['person.id', 'person.name'])
    .where((eb) => eb.or([eb('person.id', 'in', entered), eb('person.id', 'in', handedIn)]))
    .orderBy('person.id')
    .execute();
}

/** A field and its value as the contract names them; what is stored fitted the contract when it came. */
export function entryOf(row: { readonly field: FieldValue['field']; readonly value: FieldValue['value'] }): FieldValue {
  return { field: row.field, value: row.value } as FieldValue;
}

/** A change of which nothing is left but where it belonged. */
export function bareChange(change: Change): Change {
  const value = change.entry.field === 'explanations' ? [] : null;
  return { ...change, entry: entryOf({ field: change.entry.field, value }) };
}

/** Empty in the database where the field belongs to a subject. */
export function indicatorOf(stored: string): IndicatorId | null {
  return stored === '' ? null : IndicatorId.parse(stored);
}
