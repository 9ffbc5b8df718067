import type { SubjectId } from '../domain/assessment.ts';
import type { IndicatorId } from '../domain/instrument.ts';

/** One answer of a unit: what was asked, and of whom. What a verifier looks at, accepts or gives back. */
export interface Place {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
}

/** One text per place. */
export function placeKey({ indicatorId, subjectId }: Place): string {
  return `${indicatorId}|${subjectId}`;
}
