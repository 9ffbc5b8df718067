import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PersonId, PointId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import type { Reader, Writer } from '../database.ts';

/** Points that a verifier gives back: to the field, or to be looked at again. */

export async function findPoints(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('returned_point')
    .select(['id', 'indicator_id as indicatorId', 'subject_id as subjectId', 'state'])
    .where('assessment_id', '=', id)
    .execute();
}

export interface NewPoint {
  readonly id: PointId;
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId | null;
  readonly reason: string;
}

interface By {
  readonly person: PersonId;
  readonly at: Date;
}

export async function insertPoints(
  trx: Writer,
  id: AssessmentId,
  { points, state, person, at }: By & { readonly points: readonly NewPoint[]; readonly state: 'open' | 'answered' },
): Promise<void> {
  await trx
    .insertInto('returned_point')
    .values(
      points.map((point) => ({
        id: point.id,
        assessment_id: id,
        indicator_id: point.indicatorId,
        subject_id: point.subjectId,
        reason: point.reason,
        returned_by: person,
        returned_at: at,
        state,
        settled_by: null,
        settled_at: null,
      })),
    )
    .execute();
}

export async function settlePoints(trx: Writer, ids: readonly PointId[], { person, at }: By): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('returned_point')
    .set({ state: 'settled', settled_by: person, settled_at: at })
    .where('id', 'in', ids)
    .where('state', '<>', 'settled')
    .execute();
}
