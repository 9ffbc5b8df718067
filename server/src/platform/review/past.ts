import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Past, RecordedPlace } from '@patuh/shared/review/flags';
import { pointsOf } from '@patuh/shared/sync/points-of';
import { type Selectable, sql, type SqlBool } from 'kysely';

import { entryOf, indicatorOf } from '../assessments/cells.ts';
import type { Reader } from '../database.ts';
import type { AnswerChangeTable } from '../tables/assessment.ts';

/** Where two people entered different things, and what came late and was taken in by somebody's decision. */
export async function loadContested(db: Reader, id: AssessmentId): Promise<Pick<Past, 'conflicts' | 'lateTaken'>> {
  const rows = await db
    .selectFrom('answer_change')
    .leftJoin('late_change', 'late_change.change_id', 'answer_change.id')
    .select(['indicator_id', 'subject_id', 'field', 'value', 'placement'])
    .where('answer_change.assessment_id', '=', id)
    .where((either) =>
      either.or([
        either('placement', '=', 'conflict'),
        // Without a reason it came in by itself, with a unit that was to be assessed after all.
        either.and([either('decision', '=', 'taken-in'), either('reason', 'is not', null)]),
      ]),
    )
    .execute();
  const places = (placement: 'conflict' | 'late'): readonly RecordedPlace[] =>
    rows.filter((row) => row.placement === placement).flatMap(placesOf);
  return { conflicts: places('conflict'), lateTaken: places('late') };
}

type ChangeRow = Parameters<typeof entryOf>[0] & Pick<Selectable<AnswerChangeTable>, 'indicator_id' | 'subject_id'>;

const MAKES_AN_ANSWER = ['answer', 'note', 'presence', 'name', 'profile', 'from-paper'] as const;

/**
 * Where the field entered something anew since that moment; of a piece of evidence everything it ever proved. What came late
 * and nobody let in has changed nothing.
 */
export async function loadChanged(db: Reader, id: AssessmentId, since: Date): Promise<readonly RecordedPlace[]> {
  const rows = await db
    .selectFrom('answer_change')
    .leftJoin('late_change', 'late_change.change_id', 'answer_change.id')
    .select(['indicator_id', 'subject_id', 'field', 'value'])
    .where('answer_change.assessment_id', '=', id)
    .where((either) =>
      either.or([
        either.and([either('field', 'in', MAKES_AN_ANSWER), either('answer_change.received_at', '>', since), counts]),
        either.and([
          either('field', '=', 'evidence'),
          either.exists(
            either
              .selectFrom('answer_change as anew')
              .select('anew.id')
              .where('anew.assessment_id', '=', id)
              .whereRef('anew.subject_id', '=', 'answer_change.subject_id')
              .where('anew.field', '=', 'evidence')
              .where('anew.received_at', '>', since),
          ),
        ]),
      ]),
    )
    .execute();
  return rows.flatMap(placesOf);
}

const counts = sql<SqlBool>`(placement <> 'late' or decision = 'taken-in')`;

/** Evidence stands at what it proves; what is entered of a subject, at everything asked of it. */
function placesOf(row: ChangeRow): readonly RecordedPlace[] {
  const place: RecordedPlace = { indicatorId: indicatorOf(row.indicator_id), subjectId: row.subject_id };
  const points = pointsOf(place, entryOf(row));
  return points.length > 0 ? points : [place];
}
