import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from '../database.ts';
import { entryOf } from './cells.ts';

/** What came after a unit was handed in, and what was decided about it. */

/** A late change of this assessment with all that was sent; undefined if there is none. */
export async function findLateChange(db: Reader, id: AssessmentId, change: ChangeId) {
  return await db
    .selectFrom('late_change')
    .innerJoin('answer_change', 'answer_change.id', 'late_change.change_id')
    .select([
      'late_change.decision',
      'answer_change.indicator_id as indicatorId',
      'answer_change.subject_id as subjectId',
      'answer_change.field',
      'answer_change.value',
    ])
    .where('late_change.change_id', '=', change)
    .where('late_change.assessment_id', '=', id)
    .executeTakeFirst();
}

/** What is current of a subject, without an indicator; undefined where nothing is. */
export async function findEntry(
  db: Reader,
  id: AssessmentId,
  { subjectId, field }: Pick<CellKey, 'subjectId' | 'field'>,
): Promise<FieldValue | undefined> {
  const row = await db
    .selectFrom('answer')
    .select(['field', 'value'])
    .where('assessment_id', '=', id)
    .where('indicator_id', '=', '')
    .where('subject_id', '=', subjectId)
    .where('field', '=', field)
    .executeTakeFirst();
  return row && entryOf(row);
}

export async function decideLate(
  trx: Writer,
  change: ChangeId,
  {
    decision,
    reason,
    person,
    at,
  }: {
    readonly decision: 'taken-in' | 'left-out';
    readonly reason: string;
    readonly person: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await trx
    .updateTable('late_change')
    .set({ decision, reason, decided_by: person, decided_at: at })
    .where('change_id', '=', change)
    .execute();
}

export async function findLateDecisions(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('late_change')
    .innerJoin('person', 'person.id', 'decided_by')
    .select(['change_id as changeId', 'decision', 'reason', 'decided_at as at', 'person.name as by'])
    .where('assessment_id', '=', id)
    .orderBy('decided_at')
    .orderBy('change_id')
    .execute();
}
