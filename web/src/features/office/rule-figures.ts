import type { Review } from '@patuh/shared/contracts/verification';

import type { RuleFigures } from '../../text/id/office-desk.ts';
import { sumText } from '../../ui/mean.ts';

/** The settings of the rule as sentences need them. */
export function figuresOf({ edgePoints, jumpLevels, samplePercent }: Review): RuleFigures {
  return { edge: sumText(edgePoints), levels: jumpLevels, percent: samplePercent };
}
