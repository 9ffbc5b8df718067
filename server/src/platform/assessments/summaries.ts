import { type RawBuilder, sql } from 'kysely';

import type { AssessmentId } from '@patuh/shared/domain/ids';
import { namedFiles } from '@patuh/shared/sync/named-files';
import { summaryOf } from '@patuh/shared/sync/summary';
import { withoutWithdrawn } from '@patuh/shared/sync/withdrawn';

import { writeAtOnce } from '../at-once.ts';
import { inTransaction, type Pooled, type Reader, type Writer } from '../database.ts';
import { type Board, loadBoard } from './board.ts';
import { entryOf } from './cells.ts';
import { instrumentOf } from './instruments.ts';
import type { LockedAssessment } from './lock.ts';
import { loadFiles } from './view-rows.ts';

/**
 * What lists show of an assessment, counted when something arrives and stored with it. Nobody else writes it: whatever
 * puts answers or files into an assessment says so here, in the same transaction.
 */
export interface StoredSummary {
  readonly answered: number;
  readonly expected: number;
  readonly users: number;
  readonly filesNamed: number;
  readonly filesHere: number;
  readonly conflicts: number;
  /** When the newest of what counts now came in; null while there is nothing. */
  readonly lastChangeAt: Date | null;
}

type Summarized = Pick<LockedAssessment, 'id' | 'unitKind' | 'instrumentId' | 'instrumentVersion' | 'instrumentHash'>;
type Summaries = ReadonlyMap<AssessmentId, StoredSummary>;

/** To be raised with every change of how it is counted: then the server counts anew at its next start. */
const COUNTED_BY = 1;

/** Counts what lies on the board. */
export async function summariesOn(db: Reader, board: Board, assessments: Iterable<Summarized>): Promise<Summaries> {
  const counted = [];
  for (const assessment of assessments) {
    const { instrument } = await instrumentOf(db, assessment);
    const { cells, lastChangeAt } = cellsOf(board, assessment.id);
    counted.push({ id: assessment.id, lastChangeAt, ...summaryOf(instrument, assessment.unitKind, cells) });
  }
  const named = counted.filter(({ files }) => files.length > 0).map(({ id }) => id);
  const here = named.length === 0 ? new Map<AssessmentId, never>() : await loadFiles(db, named);
  return new Map(
    counted.map(({ id, files, ...summary }) => {
      const arrived = new Set(here.get(id));
      const filesHere = files.filter((sha256) => arrived.has(sha256)).length;
      return [id, { ...summary, filesNamed: files.length, filesHere }];
    }),
  );
}

function cellsOf({ cells, arrivals }: Board, id: AssessmentId) {
  const held = [...(cells.get(id)?.values() ?? [])].flatMap(({ key, heads }) => {
    const current = heads.at(-1);
    if (current === undefined) return [];
    const { indicatorId, subjectId } = key;
    const cell = { indicatorId, subjectId, current: { entry: current.entry }, values: heads.length };
    return [{ cell, at: arrivals.get(current.id)?.getTime() ?? 0 }];
  });
  const last = held.reduce((latest, { at }) => Math.max(latest, at), 0);
  return { cells: held.map(({ cell }) => cell), lastChangeAt: last === 0 ? null : new Date(last) };
}

/** A write to go along with others. */
export function summariesWrite(summaries: Summaries): RawBuilder<unknown> {
  const rows = [...summaries.values()];
  const column = <Value>(valueOf: (row: StoredSummary) => Value): Value[] => rows.map(valueOf);
  return sql`
    insert into assessment_summary
      (assessment_id, answered, expected, users, files_named, files_here, conflicts, last_change_at, counted_by)
    select *, ${COUNTED_BY}::integer from unnest(
      ${[...summaries.keys()]}::uuid[], ${column((row) => row.answered)}::integer[],
      ${column((row) => row.expected)}::integer[], ${column((row) => row.users)}::integer[],
      ${column((row) => row.filesNamed)}::integer[], ${column((row) => row.filesHere)}::integer[],
      ${column((row) => row.conflicts)}::integer[], ${column((row) => row.lastChangeAt)}::timestamptz[])
    on conflict (assessment_id) do update set
      answered = excluded.answered, expected = excluded.expected, users = excluded.users,
      files_named = excluded.files_named, files_here = excluded.files_here, conflicts = excluded.conflicts,
      last_change_at = excluded.last_change_at, counted_by = excluded.counted_by`;
}

/** Stores what the board came to hold. Without it, what the database holds is counted; under the locks of the assessments. */
export async function saveSummaries(trx: Writer, ids: readonly AssessmentId[], board?: Board): Promise<void> {
  if (ids.length === 0) return;
  const summaries = await summariesOn(trx, board ?? (await loadBoard(trx, ids)), await findSummarized(trx, ids));
  await writeAtOnce(trx, [summariesWrite(summaries)]);
}

/**
 * Counts the files again, of which one has just come: by that nothing else moved, and the rest of the assessment is not even
 * read. Under its lock.
 */
export async function saveFilesHere(trx: Writer, id: AssessmentId): Promise<void> {
  const rows = await trx
    .selectFrom('answer')
    .select(['subject_id', 'field', 'value'])
    .where('assessment_id', '=', id)
    .where('indicator_id', '=', '')
    .where('field', 'in', ['evidence', 'presence'])
    .execute();
  const cells = rows.map((row) => ({
    indicatorId: null,
    subjectId: row.subject_id,
    current: { entry: entryOf(row) },
  }));
  const named = namedFiles(withoutWithdrawn(cells));
  const here = (await loadFiles(trx, [id])).get(id) ?? [];
  await trx
    .updateTable('assessment_summary')
    .set({ files_here: here.filter((sha256) => named.has(sha256)).length })
    .where('assessment_id', '=', id)
    .execute();
}

async function findSummarized(db: Reader, ids: readonly AssessmentId[]): Promise<readonly Summarized[]> {
  return await db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .select([
      'assessment.id',
      'unit.kind as unitKind',
      'instrument.id as instrumentId',
      'instrument.version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('assessment.id', 'in', ids)
    .execute();
}

/** The summaries of assessments: as stored, or counted here for those of which nothing ever arrived. */
export async function findSummaries(db: Reader, ids: readonly AssessmentId[]): Promise<Summaries> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('assessment_summary')
    .select([
      'assessment_id as id',
      'answered',
      'expected',
      'users',
      'files_named as filesNamed',
      'files_here as filesHere',
      'conflicts',
      'last_change_at as lastChangeAt',
    ])
    .where('assessment_id', 'in', ids)
    .execute();
  const stored: Summaries = new Map(rows.map(({ id, ...summary }) => [id, summary]));
  const others = ids.filter((id) => !stored.has(id));
  if (others.length === 0) return stored;
  const counted = await summariesOn(db, await loadBoard(db, others), await findSummarized(db, others));
  return new Map([...stored, ...counted]);
}

const AT_ONCE = 20;

/**
 * Counts what was never counted, or in an older way: after an update, or where a backup from before was restored. A few at
 * a time, so that phones that send meanwhile wait for none of it.
 */
export async function countOutdated(db: Pooled, signal: AbortSignal): Promise<number> {
  let counted = 0;
  for (;;) {
    if (signal.aborted) return counted;
    const done = await inTransaction(db, async (trx) => {
      const rows = await findOutdated(trx);
      await saveSummaries(
        trx,
        rows.map(({ id }) => id),
      );
      return rows.length;
    });
    counted += done;
    if (done < AT_ONCE) return counted;
  }
}

async function findOutdated(trx: Writer) {
  return await trx
    .selectFrom('assessment')
    .leftJoin('assessment_summary', 'assessment_summary.assessment_id', 'assessment.id')
    .select('assessment.id')
    .where((either) =>
      either.or([
        either('counted_by', '<>', COUNTED_BY),
        either.and([
          either('counted_by', 'is', null),
          either.exists(
            either.selectFrom('answer').select('field').whereRef('answer.assessment_id', '=', 'assessment.id'),
          ),
        ]),
      ]),
    )
    .orderBy('assessment.id')
    .limit(AT_ONCE)
    .forUpdate('assessment')
    .execute();
}
