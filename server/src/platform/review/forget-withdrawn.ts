import { sql } from 'kysely';

import { isWithdrawal } from '@patuh/shared/sync/withdrawn';

import { type Board, movedCells } from '../assessments/board.ts';
import { entryOf } from '../assessments/cells.ts';
import type { Writer } from '../database.ts';
import { saveLevels } from './levels.ts';

/**
 * Of a user who takes an interview back nothing stays in what is kept for looking at others (UU 27/2022 art. 9). In the
 * transaction that stores the cells, after them.
 */
export async function forgetWithdrawn(trx: Writer, board: Board): Promise<void> {
  const gone = movedCells(board).filter(({ key, value }) => isWithdrawal(entryOf({ field: key.field, value })));
  if (gone.length === 0) return;
  await sql`
    delete from interview_print
    using unnest(
      ${gone.map(({ assessmentId }) => assessmentId)}::uuid[],
      ${gone.map(({ key }) => key.subjectId)}::text[]) as gone (assessment_id, subject_id)
    where interview_print.assessment_id = gone.assessment_id
      and interview_print.subject_id = gone.subject_id`.execute(trx);
  for (const id of new Set(gone.map(({ assessmentId }) => assessmentId))) await saveLevels(trx, id);
}
