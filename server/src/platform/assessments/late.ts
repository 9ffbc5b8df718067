import type { ChangeId } from '@patuh/shared/domain/ids';

import type { Writer } from '../database.ts';
import { applyChanges, type ArrivedChange, type Placed } from './apply.ts';
import { entryOf, indicatorOf } from './cells.ts';
import type { LockedAssessment } from './lock.ts';

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
    .select(['indicator_id', 'subject_id', 'field', 'value', 'base', 'person_id'])
    .where('id', '=', changeId)
    .where('assessment_id', '=', locked.id)
    .where('placement', '=', 'late')
    .executeTakeFirst();
  if (row === undefined) throw new RangeError(`No late change of ${locked.id}: ${changeId}`);
  const change: ArrivedChange = {
    id: changeId,
    assessmentId: locked.id,
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    entry: entryOf(row),
    base: row.base,
    by: row.person_id,
    at: now,
  };
  const placed = (await applyChanges(trx, [change], new Map([[locked.id, version]]))).get(changeId);
  if (placed === undefined) throw new RangeError(`Not placed: ${changeId}`);
  return { ...placed, indicatorId: change.indicatorId, subjectId: change.subjectId };
}
