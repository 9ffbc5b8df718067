import { sql } from 'kysely';

import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';
import { entryOf, indicatorOf } from './cells.ts';

/** Every value of the places that ever had more than one, or a late one; oldest first. */
export async function findHistory(db: Reader, id: AssessmentId) {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('answer_change')
        .select(['id', 'indicator_id', 'subject_id', 'field', 'value', 'person_id', 'received_at', 'placement'])
        .select(sql<boolean>`count(*) over place > 1 or bool_or(placement = 'late') over place`.as('is_told'))
        .where('assessment_id', '=', id)
        .modifyEnd(sql`window place as (partition by indicator_id, subject_id, field)`)
        .as('change'),
    )
    .innerJoin('person', 'person.id', 'change.person_id')
    .select([
      'change.id',
      'change.indicator_id',
      'change.subject_id',
      'change.field',
      'change.value',
      'change.received_at',
      'change.placement',
      'person.name as by',
    ])
    .where('change.is_told', '=', true)
    .orderBy('change.indicator_id')
    .orderBy('change.subject_id')
    .orderBy('change.field')
    .orderBy('change.received_at')
    .orderBy('change.id')
    .execute();
  return rows.map((row) => ({
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    value: {
      changeId: row.id,
      entry: entryOf(row),
      by: row.by,
      at: row.received_at.toISOString(),
      late: row.placement === 'late',
    },
  }));
}
