import { formatPoints } from '@patuh/shared/domain/points';

import { formatScore } from './number.ts';

/** Hundredths of a point as readers write them: 9371 → `93,71`. */
export function pointsText(hundredths: number): string {
  return formatScore(formatPoints(hundredths));
}
