import { type RawBuilder, sql } from 'kysely';

import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Field, FieldValue } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { PeriodRetention } from '@patuh/shared/domain/retention';
import { emptied, REMOVED_PATTERN } from '@patuh/shared/sync/emptied';

import { entryOf } from '../assessments/cells.ts';
import type { Reader, Writer } from '../database.ts';
import { assessmentsIn, type Counted, COUNTED, type Held, held, type PeriodScope } from './held.ts';

/**
 * What was entered, in the history and in what is current. The same rule as `retentionOf` of shared/sync/emptied, which says
 * it of one entry; a test compares both.
 */
export interface AnswersOf {
  readonly scope: PeriodScope;
  readonly kind: PeriodRetention;
  /** Of interviews that were taken back: those taken back before. */
  readonly before: Date;
}

/** Entries of the kind that still say something; `entry` is `answer` or `answer_change`. */
function isHeld({ kind, before }: AnswersOf): RawBuilder<boolean> {
  const isUser = sql`entry.subject_id like 'user-%'`;
  switch (kind) {
    case 'withdrawn':
      return sql<boolean>`
        entry.field not in ('presence', 'consent', 'from-paper') and entry.value not in ('null', '[]')
        and (entry.assessment_id, entry.subject_id) in ${withdrawn(before)}`;
    case 'respondents':
      // Of those who took it back everything goes as that: no entry is of two kinds, else one purge would change another’s list.
      return sql<boolean>`
        ${isUser} and (${SAYS_WORDS} or entry.field = 'profile' and entry.value <> 'null')
        and (entry.assessment_id, entry.subject_id) not in ${withdrawn()}`;
    case 'words':
      return sql<boolean>`not ${isUser} and ${SAYS_WORDS}`;
    case 'visits':
      return sql<boolean>`entry.field = 'visit' and entry.value <> 'null' and ${IS_EMPTY_VISIT} is not true`;
    case 'evidence':
      return sql<boolean>`entry.field = 'evidence' and entry.value <> 'null' and ${IS_EMPTY_PIECE} is not true`;
  }
}

const isSaid = (text: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`${text} ~ ${REMOVED_PATTERN}`;

/** Words, besides the sentence that stands in their place. */
const SAYS_WORDS = sql<boolean>`case entry.field
  when 'note' then not ${isSaid(sql`entry.value #>> '{}'`)}
  when 'few-users-reason' then not ${isSaid(sql`entry.value #>> '{}'`)}
  when 'explanations' then exists (
    select from jsonb_array_elements(entry.value) as one where not ${isSaid(sql`one ->> 'text'`)})
  when 'answer' then entry.value ->> 'kind' = 'not-applicable' and not ${isSaid(sql`entry.value ->> 'reason'`)}
  else false end`;

const IS_EMPTY_VISIT = sql<boolean>`(
  jsonb_array_length(entry.value -> 'team') = 1 and ${isSaid(sql`entry.value #>> '{team,0}'`)}
  and entry.value -> 'met' = '[]' and entry.value -> 'handedOver' = '[]'
  and entry.value -> 'unitRemarks' = 'null' and entry.value -> 'signature' = 'null')`;

const IS_EMPTY_PIECE = sql<boolean>`(
  ${isSaid(sql`entry.value ->> 'caption'`)} and entry.value -> 'position' = 'null'
  and case entry.value ->> 'kind'
    when 'photo' then entry.value ->> 'look' = left(entry.value #>> '{file,sha256}', 16)
    when 'document' then ${isSaid(sql`entry.value ->> 'fileName'`)}
    else entry.value ->> 'url' = 'https://dihapus.invalid/' end)`;

function withdrawn(before?: Date): RawBuilder<unknown> {
  return sql`(
    select word.assessment_id, word.subject_id from answer as word
    where word.field = 'presence' and word.value ->> 'state' = 'withdrawn'
      ${before === undefined ? sql`` : sql`and word.at < ${before}`})`;
}

/** What the history holds of it: what is current is among that. */
export async function countAnswers(db: Reader, of: AnswersOf): Promise<Held> {
  const { rows } = await sql<Counted>`
    select ${COUNTED} from answer_change as entry
    where assessment_id in ${assessmentsIn(of.scope)} and ${isHeld(of)}`.execute(db);
  return held(rows[0] ?? { entries: 0, ids: '' });
}

interface EntryRow {
  readonly assessment_id: AssessmentId;
  readonly subject_id: SubjectId;
  readonly field: Field;
  readonly value: FieldValue['value'];
}

/** The assessments of which something current would change. */
export async function findTouched(db: Reader, of: AnswersOf): Promise<readonly AssessmentId[]> {
  const { rows } = await sql<{ id: AssessmentId }>`
    select distinct assessment_id as id from answer as entry
    where assessment_id in ${assessmentsIn(of.scope)} and ${isHeld(of)} order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Empties it, with `said` where words stood. In a transaction that runs as a purge, under the locks of the assessments. */
export async function emptyAnswers(trx: Writer, of: AnswersOf, said: string): Promise<void> {
  const where = sql`assessment_id in ${assessmentsIn(of.scope)} and ${isHeld(of)}`;
  const history = await sql<EntryRow & { readonly id: string }>`
    select id, assessment_id, subject_id, field, value from answer_change as entry where ${where}`.execute(trx);
  const current = await sql<EntryRow & { readonly indicator_id: string }>`
    select assessment_id, indicator_id, subject_id, field, value from answer as entry where ${where}`.execute(trx);
  const left = (row: EntryRow): FieldValue['value'] | undefined =>
    of.kind === 'withdrawn' ? undefined : emptied(entryOf(row), said)?.value;

  await sql`
    update answer_change set value = emptied.value::jsonb
    from unnest(
      ${history.rows.map(({ id }) => id)}::uuid[],
      ${history.rows.map((row) => JSON.stringify(left(row) ?? (row.field === 'explanations' ? [] : null)))}::text[]
    ) as emptied (id, value)
    where answer_change.id = emptied.id`.execute(trx);

  const gone = current.rows.filter((row) => left(row) === undefined);
  const kept = current.rows.filter((row) => left(row) !== undefined);
  await sql`
    delete from answer using ${cells(gone)}
    where (answer.assessment_id, answer.indicator_id, answer.subject_id, answer.field)
      = (cell.assessment_id, cell.indicator_id, cell.subject_id, cell.field)`.execute(trx);
  await sql`
    update answer set value = cell.value::jsonb, heads = array[answer.change_id] from ${cells(kept, left)}
    where (answer.assessment_id, answer.indicator_id, answer.subject_id, answer.field)
      = (cell.assessment_id, cell.indicator_id, cell.subject_id, cell.field)`.execute(trx);
}

type CellRow = EntryRow & { readonly indicator_id: string };

function cells(rows: readonly CellRow[], left: (row: CellRow) => unknown = () => null): RawBuilder<unknown> {
  const column = (valueOf: (row: CellRow) => string): string[] => rows.map(valueOf);
  return sql`unnest(
    ${column((row) => row.assessment_id)}::uuid[], ${column((row) => row.indicator_id)}::text[],
    ${column((row) => row.subject_id)}::text[], ${column((row) => row.field)}::text[],
    ${column((row) => JSON.stringify(left(row)))}::text[]) as cell (assessment_id, indicator_id, subject_id, field, value)`;
}
