import type { Hundredths } from '../domain/points.ts';
import type { Levels } from './merge.ts';
import { leastCommonMultiple, multiply, rational } from './rational.ts';
import { LARGEST_EXACT_DENOMINATOR, roundPoints, roundShare } from './rounding.ts';
import type { FlatWeights } from './weights.ts';

/**
 * Σ weight × merged level, rounded once. In doubles while the common denominator proves that every step is an exact
 * integer; else in big integers. Both give the same score.
 */
export function scoreOf(weights: FlatWeights, levels: Levels): Hundredths {
  return scoreInDoubles(weights, levels) ?? scoreInBigIntegers(weights, levels);
}

function scoreInDoubles({ small }: FlatWeights, { sums, counts }: Levels): Hundredths | undefined {
  if (small === null) return undefined;
  let common = 1;
  for (const n of counts) {
    if (n > 1 && common % n !== 0) common = leastCommonMultipleOf(common, n);
    if (common > LARGEST_EXACT_DENOMINATOR) return undefined;
  }
  // No numerator exceeds this denominator, because no merged level exceeds its maximum.
  const denominator = small.denominator * common;
  if (denominator > LARGEST_EXACT_DENOMINATOR) return undefined;
  let numerator = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const n = counts[index] ?? 0;
    if (n > 0) numerator += (small.weights[index] ?? 0) * (sums[index] ?? 0) * (common / n);
  }
  return roundShare(numerator, denominator);
}

/** The same with integers of any size. */
export function scoreInBigIntegers({ denominator, weights }: FlatWeights, { sums, counts }: Levels): Hundredths {
  let common = 1n;
  for (const n of counts) if (n > 1) common = leastCommonMultiple(common, BigInt(n));
  let numerator = 0n;
  for (const [index, weight] of weights.entries()) {
    const n = counts[index] ?? 0;
    if (n > 0) numerator += weight * BigInt(sums[index] ?? 0) * (common / BigInt(n));
  }
  return roundPoints(multiply(rational(100), rational(numerator, denominator * common)));
}

function leastCommonMultipleOf(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return (a / larger) * b;
}
