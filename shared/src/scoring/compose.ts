import type { ScoringPlan } from './compile.ts';
import type { Levels } from './merge.ts';
import type { UnitInRollUp } from './outcome.ts';
import { type Rational, ZERO, add, multiply, rational, sumOf } from './rational.ts';

/** What the units weigh in the government's score, and each indicator that is answered once for the government. */
export interface Composition {
  readonly unitsShare: Rational;
  readonly indicators: readonly { readonly index: number; readonly share: Rational }[];
}

/**
 * The composition of the tree: effective weights of the government's own indicators, and of everything answered in
 * units together. A government indicator that is not applicable leaves its weight to its siblings.
 */
export function compositionOf(plan: ScoringPlan, { counts }: Levels): Composition {
  const own = plan.indicators.filter(({ indicator }) => indicator.subject === 'government');
  const left = own.filter(({ index }) => counts[index] === 0).map(({ index }) => index);
  const shares = plan.governmentShares(left);
  const shareOf = (id: string): Rational => shares.get(id) ?? ZERO;
  return {
    unitsShare: sumOf(
      plan.indicators
        .filter(({ indicator }) => indicator.subject !== 'government')
        .map(({ indicator }) => shareOf(indicator.id)),
    ),
    indicators: own
      .filter(({ index }) => counts[index] !== 0)
      .map(({ index, indicator }) => ({ index, share: shareOf(indicator.id) })),
  };
}

/** Exact mean of the units' rounded scores, in points. */
export function meanPoints(units: readonly UnitInRollUp[]): Rational {
  const sum = units.reduce((total, { score, weight }) => total + BigInt(score) * BigInt(weight), 0n);
  const count = units.reduce((total, { weight }) => total + BigInt(weight), 0n);
  return rational(sum, 100n * count);
}

/** Value of an indicator in points: 100 × merged level / maximum. */
export function indicatorPoints({ sum, n, maximum }: { sum: number; n: number; maximum: number }): Rational {
  return rational(100n * BigInt(sum), BigInt(n) * BigInt(maximum));
}

/** units' share × mean of the units + Σ share × indicator, in points, exact. */
export function composedPoints(plan: ScoringPlan, units: readonly UnitInRollUp[], levels: Levels): Rational {
  const { unitsShare, indicators } = compositionOf(plan, levels);
  const own = indicators.map(({ index, share }) => {
    const [sum, n] = [levels.sums[index] ?? 0, levels.counts[index] ?? 1];
    return multiply(share, indicatorPoints({ sum, n, maximum: plan.indicators[index]?.indicator.maximum ?? 1 }));
  });
  return add(multiply(unitsShare, meanPoints(units)), sumOf(own));
}
