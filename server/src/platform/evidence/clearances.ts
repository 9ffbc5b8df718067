import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId, ClearanceId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** What somebody decided about a photo: the areas that are hidden, or null where nobody outside sees it. */
export type StoredClearance = Awaited<ReturnType<typeof findClearances>>[number];

/** The newest of each photo of an assessment; a photo that nobody decided about has none. */
export async function findClearances(db: Reader, id: AssessmentId, sha256?: string) {
  const newest = db
    .selectFrom('photo_clearance')
    .innerJoin('person', 'person.id', 'photo_clearance.person_id')
    .distinctOn('sha256')
    .select(['photo_clearance.id', 'sha256', 'number', 'areas', 'cleared_at as at', 'person.name as by'])
    .where('assessment_id', '=', id)
    .orderBy('sha256')
    .orderBy('number', 'desc');
  return await (sha256 === undefined ? newest : newest.where('sha256', '=', sha256)).execute();
}

/** Of which photo it is, if it is the newest word about that photo, and the photo may be seen. */
export async function findStanding(
  db: Reader,
  id: ClearanceId,
): Promise<{ assessmentId: AssessmentId; sha256: string; areas: readonly Area[] } | undefined> {
  const found = await db
    .selectFrom('photo_clearance as one')
    .select(['assessment_id as assessmentId', 'sha256', 'areas'])
    .where('id', '=', id)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('photo_clearance as newer')
            .select('newer.id')
            .whereRef('newer.assessment_id', '=', 'one.assessment_id')
            .whereRef('newer.sha256', '=', 'one.sha256')
            .whereRef('newer.number', '>', 'one.number'),
        ),
      ),
    )
    .executeTakeFirst();
  return found === undefined || found.areas === null ? undefined : { ...found, areas: found.areas };
}
