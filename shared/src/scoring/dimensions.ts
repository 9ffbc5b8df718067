import type { Hundredths } from '../domain/points.ts';
import { explainUnit } from './breakdown.ts';
import type { ScoringPlan } from './compile.ts';
import type { MergedUnit } from './outcome.ts';
import { type Fraction, type Rational, multiply, rational, sumOf } from './rational.ts';
import { roundPoints } from './rounding.ts';
import { sharesOfSiblings } from './weights.ts';

/** One unit of a government and how often it counts there. */
export interface CountedUnit {
  readonly merged: MergedUnit;
  readonly weight: number;
}

/** The first level of the tree, as the mean of the units. */
export interface DimensionMean {
  readonly id: string;
  readonly name: string;
  readonly official: boolean;
  /** Share of the score in a unit where every dimension counts, in hundredths of a percent. */
  readonly share: Hundredths;
  /** Mean of the units in which it counts, in hundredths of a point of 100. */
  readonly points: Hundredths;
  /** Mean of what it brings to the score of the units, in hundredths of a point. */
  readonly contribution: Hundredths;
}

/**
 * Dimensions of a government: means of exact figures of its units, each rounded once for display. They explain the score
 * and do not make it: the government's score is the mean of the units' *rounded* scores, so the contributions may miss it
 * by a few hundredths, which the page shows as a line of its own. Dimensions answered only for the whole government, and
 * those that count in no unit, are not in it.
 */
export function meanDimensions(plan: ScoringPlan, units: readonly CountedUnit[]): readonly DimensionMean[] {
  const lines = units.flatMap(({ merged, weight }) =>
    explainUnit(plan, { merged }).lines.flatMap((line) => (line.node === 'not-applicable' ? [] : [{ line, weight }])),
  );
  const all = units.reduce((total, { weight }) => total + weight, 0);
  const { tree } = plan.instrument;
  return sharesOfSiblings(tree, ({ subject }) => subject !== 'government').flatMap(
    ({ node, share }): DimensionMean[] => {
      const { id, name, official } = node;
      const own = lines.filter(({ line, weight }) => line.id === id && weight > 0);
      if (own.length === 0) return [];
      const counting = own.reduce((total, { weight }) => total + weight, 0);
      const mean = (figure: 'value' | 'contribution', over: number): Hundredths =>
        roundPoints(
          meanOf(
            own.map(({ line, weight }) => ({ value: line[figure], weight })),
            over,
          ),
        );
      return [
        {
          id,
          name,
          official,
          share: roundPoints(multiply(share, rational(100))),
          points: mean('value', counting),
          contribution: mean('contribution', all),
        },
      ];
    },
  );
}

function meanOf(parts: readonly { readonly value: Fraction; readonly weight: number }[], over: number): Rational {
  const terms = parts.map(({ value: { numerator, denominator }, weight }) =>
    rational(BigInt(numerator) * BigInt(weight), BigInt(denominator)),
  );
  return multiply(sumOf(terms), rational(1, over));
}
