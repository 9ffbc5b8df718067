import { parsePoints } from '@patuh/shared/domain/points';

/** The published unit scores summed and divided in front of the reader; all in hundredths of a point. */
export interface UnitMean {
  readonly sum: number;
  readonly units: number;
  /** The mean with four decimals, cut off and not rounded, in ten-thousandths of a point. */
  readonly cut: number;
  /** Whether more decimals follow the four. */
  readonly goesOn: boolean;
  /** The mean rounded half up to two decimals, as it is published. */
  readonly rounded: number;
}

/** Every unit counts once, both Puskesmas too; the mean is rounded half up to two decimals. */
export function unitMean(scores: readonly string[]): UnitMean | undefined {
  const units = scores.length;
  if (units === 0) return undefined;
  const sum = scores.reduce((total, score) => total + parsePoints(score), 0);
  return {
    sum,
    units,
    cut: Math.floor((sum * 100) / units),
    goesOn: (sum * 100) % units !== 0,
    rounded: Math.floor((2 * sum + units) / (2 * units)),
  };
}
