import { sql } from 'kysely';

import { type Board, movedCells } from '../assessments/board.ts';
import { entryOf } from '../assessments/cells.ts';
import type { Writer } from '../database.ts';

/**
 * A web address that became current waits for the server to visit it; one that was taken back or replaced before the visit
 * does no longer. What was visited stays: it is what the page was on that day. In the transaction that stores the cells.
 */
export async function awaitWebCopies(trx: Writer, board: Board): Promise<void> {
  const pieces = movedCells(board).flatMap(({ assessmentId, key, value, at }) => {
    const entry = entryOf({ field: key.field, value });
    if (entry.field !== 'evidence') return [];
    const url = entry.value?.kind === 'web-address' ? entry.value.url : null;
    return [{ assessmentId, subjectId: key.subjectId, url, at }];
  });
  if (pieces.length === 0) return;
  const now = sql`unnest(
    ${pieces.map((piece) => piece.assessmentId)}::uuid[], ${pieces.map((piece) => piece.subjectId)}::text[],
    ${pieces.map((piece) => piece.url)}::text[], ${pieces.map((piece) => piece.at)}::timestamptz[]
  ) as now (assessment_id, subject_id, url, at)`;
  await sql`
    delete from web_copy using ${now}
    where web_copy.assessment_id = now.assessment_id and web_copy.subject_id = now.subject_id
      and web_copy.url is distinct from now.url and web_copy.state = 'waiting'`.execute(trx);
  if (pieces.every(({ url }) => url === null)) return;
  await sql`
    insert into web_copy (assessment_id, subject_id, url, state, next_at)
    select assessment_id, subject_id, url, 'waiting', at from ${now} where url is not null
    on conflict do nothing`.execute(trx);
}
