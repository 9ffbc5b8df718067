import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

import { alphaOf, alphaOfPatterns, type Metric, patternsOf, type Ratings } from './alpha.ts';

/** Between which values alpha lies, from drawing the things again. */
export interface AlphaInterval {
  readonly alpha: number;
  readonly low: number;
  readonly high: number;
  /** Things that at least two people rated. */
  readonly things: number;
}

const DRAWS = 1_000;
/** Two tails of 2.5 % each. */
const TAIL = 0.025;
/** Of fewer things an interval says nothing. */
export const FEWEST_THINGS = 10;

/**
 * Alpha with its 95 % percentile interval from a bootstrap over the things (Efron & Tibshirani, An Introduction to the
 * Bootstrap, 1993, ch. 13): 1,000 draws with replacement, seeded, so that everybody gets the same. Undefined where alpha is,
 * or where fewer than ten things were rated by two.
 */
export function alphaInterval(
  things: readonly Ratings[],
  { seed, metric = 'ordinal' }: { readonly seed: number; readonly metric?: Metric },
): AlphaInterval | undefined {
  const { patterns, patternOf } = patternsOf(things);
  const alpha = alphaOf(things, metric);
  if (alpha === undefined || patternOf.length < FEWEST_THINGS) return undefined;
  const chance = xoroshiro128plus(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const counts = patterns.map(() => 0);
    for (let thing = 0; thing < patternOf.length; thing += 1) {
      const pattern = patternOf[uniformInt(chance, 0, patternOf.length - 1)] ?? 0;
      counts[pattern] = (counts[pattern] ?? 0) + 1;
    }
    // A draw in which everybody agrees on one level has no alpha of its own; nothing in it speaks against agreement.
    drawn.push(alphaOfPatterns(patterns, counts, metric) ?? 1);
  }
  const sorted = drawn.toSorted((one, other) => one - other);
  return { alpha, low: quantile(sorted, TAIL), high: quantile(sorted, 1 - TAIL), things: patternOf.length };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
