import type { Zone } from '@patuh/shared/domain/zone';

import { toHundredths } from './number.ts';

type Shares = Readonly<Record<Zone, { readonly percent: string | null }>>;

/**
 * Sum of the three rounded percentages in hundredths of a percent, where it is not exactly 100: 10001 is 100.01. Null
 * where they sum to 100, or where there are none.
 */
export function oddPercentSum({ green, yellow, red }: Shares): number | null {
  const percents = [green.percent, yellow.percent, red.percent].flatMap((percent) => percent ?? []);
  if (percents.length < 3) return null;
  const sum = percents.reduce((total, percent) => total + toHundredths(percent), 0);
  return sum === 10_000 ? null : sum;
}
