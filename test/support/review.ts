import type { OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type Place, placeKey } from '@patuh/shared/review/places';

import type { Client } from './people.ts';

type Seen = Pick<OfficeAssessment, 'review' | 'placeAcceptances' | 'assessment'>;

/** What must be looked at in a unit and was not yet, as it stands; what the field still has to answer is left out. */
export function toLookAt({ review, placeAcceptances, assessment }: Seen): readonly Place[] {
  const looked = new Set(placeAcceptances.filter(({ holds }) => holds).map(placeKey));
  const open = assessment.points.filter(({ state }) => state === 'open');
  const isOpen = (place: Place): boolean =>
    open.some(
      ({ indicatorId, subjectId }) =>
        indicatorId === place.indicatorId && (subjectId === null || subjectId === place.subjectId),
    );
  return (review?.places ?? [])
    .filter((place) => !looked.has(placeKey(place)) && !isOpen(place))
    .map(({ indicatorId, subjectId }) => ({ indicatorId, subjectId }));
}

/** Looks at everything that must be looked at in a unit: its sections can be accepted then. */
export async function lookAtAll(office: Pick<Client, 'get' | 'post'>, id: AssessmentId): Promise<void> {
  const path = `/api/office/assessments/${id}`;
  const now = (await office.get(path)).body as Seen;
  const places = toLookAt(now);
  if (places.length === 0) return;
  const { status, body } = await office.post(`${path}/places/acceptance`, { version: now.assessment.version, places });
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
}
