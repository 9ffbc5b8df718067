import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { AcceptedPlace } from '@patuh/server/platform/review/place-acceptances';
import { acceptedValues } from '@patuh/shared/review/accepted-value';
import { type Place, placeKey } from '@patuh/shared/review/places';
import { outstandingFiles } from '@patuh/shared/sync/named-files';

/** What stands in a unit, and which files of it are here. */
export type Held = Pick<AssessmentView, 'cells' | 'files'>;

/** What is accepted with a place as the unit stands. */
export function valuesOf(held: Held): (place: Place) => string {
  return acceptedValues(held.cells, new Set(outstandingFiles(held)));
}

/** Every acceptance with whether what was accepted still stands there. */
export function standing(
  acceptances: readonly AcceptedPlace[],
  held: Held,
): readonly (AcceptedPlace & { readonly holds: boolean })[] {
  const valueAt = valuesOf(held);
  return acceptances.map((accepted) => ({ ...accepted, holds: valueAt(accepted) === accepted.valueHash }));
}

/** The places that are not among the others. */
export function without<P extends Place>(places: readonly P[], others: readonly Place[]): readonly P[] {
  const left = new Set(others.map(placeKey));
  return places.filter((place) => !left.has(placeKey(place)));
}

/** Whether a point given back is about the place; without a subject it is about every one of the indicator. */
export function isPointAt(
  point: { readonly indicatorId: IndicatorId; readonly subjectId: string | null },
  { indicatorId, subjectId }: Place,
): boolean {
  return point.indicatorId === indicatorId && (point.subjectId === null || point.subjectId === subjectId);
}
