import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { type Selectable, sql } from 'kysely';

import type { Writer } from '../database.ts';
import type { AnswerChangeTable } from '../tables/assessment.ts';
import { applyChanges, type ArrivedChange, type Placed } from './apply.ts';
import { entryOf, indicatorOf } from './cells.ts';
import type { LockedAssessment } from './lock.ts';

const WHAT_CAME = ['id', 'indicator_id', 'subject_id', 'field', 'value', 'base', 'person_id'] as const;

/**
 * Lets a late change take effect, as if it came now; `version` is the raised version of its locked assessment. Says what
 * became of it and where it belongs. The decision itself, the point it reopens and the audit are the caller's.
 * Throws a RangeError if the assessment has no such late change.
 */
export async function takeInLateChange(
  trx: Writer,
  locked: Pick<LockedAssessment, 'id'>,
  { changeId, version, now }: { readonly changeId: ChangeId; readonly version: number; readonly now: Date },
): Promise<Placed & Pick<ArrivedChange, 'indicatorId' | 'subjectId'>> {
  const row = await trx
    .selectFrom('answer_change')
    .select(WHAT_CAME)
    .where('id', '=', changeId)
    .where('assessment_id', '=', locked.id)
    .where('placement', '=', 'late')
    // Nothing is left of a profile whose retention is over.
    .where(sql<boolean>`not (field = 'profile' and value = 'null')`)
    .executeTakeFirst();
  if (row === undefined) throw new RangeError(`No late change of ${locked.id}: ${changeId}`);
  const change = arrivedLate(row, locked.id, now);
  const placed = (await applyChanges(trx, [change], new Map([[locked.id, version]]))).get(changeId);
  if (placed === undefined) throw new RangeError(`Not placed: ${changeId}`);
  return { ...placed, indicatorId: change.indicatorId, subjectId: change.subjectId };
}

/**
 * Lets everything take effect, as if it came now, that came while the unit was recorded as not assessed; to be called while
 * it still is, when it is opened again. It makes no difference whether a phone delivers before the door opens or after. What
 * came while the verifier had the unit stays theirs to decide. Answers with how much it was.
 */
export async function takeInWhatWaited(
  trx: Writer,
  { id }: Pick<LockedAssessment, 'id'>,
  { by, version, now }: { readonly by: PersonId; readonly version: number; readonly now: Date },
): Promise<number> {
  const rows = await trx
    .selectFrom('late_change')
    .innerJoin('answer_change', 'answer_change.id', 'late_change.change_id')
    .innerJoin('assessment', 'assessment.id', 'late_change.assessment_id')
    .select(WHAT_CAME.map((column) => `answer_change.${column}` as const))
    .where('late_change.assessment_id', '=', id)
    .where('late_change.decision', '=', 'waiting')
    .where(sql<boolean>`not (answer_change.field = 'profile' and answer_change.value = 'null')`)
    .where((either) =>
      either.or([
        either('assessment.submitted_at', 'is', null),
        either('late_change.received_at', '>=', either.ref('assessment.not_assessed_at')),
      ]),
    )
    .orderBy('late_change.received_at')
    .orderBy('answer_change.device_id')
    .orderBy('answer_change.seq')
    .execute();
  if (rows.length === 0) return 0;
  const changes = rows.map((row) => arrivedLate(row, id, now));
  await applyChanges(trx, changes, new Map([[id, version]]));
  const ids = changes.map((change) => change.id);
  await trx
    .updateTable('late_change')
    .set({ decision: 'taken-in', decided_by: by, decided_at: now })
    .where('change_id', '=', sql<ChangeId>`any(${ids}::uuid[])`)
    .execute();
  return rows.length;
}

type WhatCame = Pick<Selectable<AnswerChangeTable>, (typeof WHAT_CAME)[number]>;

function arrivedLate(row: WhatCame, assessmentId: AssessmentId, now: Date): ArrivedChange {
  return {
    id: row.id,
    assessmentId,
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    entry: entryOf(row),
    base: row.base,
    by: row.person_id,
    at: now,
  };
}
