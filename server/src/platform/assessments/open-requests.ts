import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import type { Reader } from '../database.ts';

/** The points for which a document was asked of the unit that nobody has decided about yet. */
export async function findOpenRequests(
  db: Reader,
  id: AssessmentId,
): Promise<readonly { readonly indicatorId: IndicatorId; readonly subjectId: SubjectId }[]> {
  return await db
    .selectFrom('document_request')
    .select(['indicator_id as indicatorId', 'subject_id as subjectId'])
    .where('assessment_id', '=', id)
    .where('state', 'in', ['open', 'received'])
    .execute();
}
