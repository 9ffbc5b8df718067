import { type Hundredths, hundredths } from '../domain/points.ts';
import type { Rational } from './rational.ts';

/**
 * The only place that rounds: half up, to hundredths of a point, once per level named by the instrument
 * (unit, then government).
 */

/** Above this a remainder times ten could leave the integers a double holds exactly. */
export const LARGEST_EXACT_DENOMINATOR = Math.floor(Number.MAX_SAFE_INTEGER / 10);

/** Points (0–100) to hundredths of a point, half up: 77.995 → 7800. */
export function roundPoints(points: Rational): Hundredths {
  return hundredths(Number(halfUp(points.numerator * 100n, points.denominator)));
}

/**
 * A share of the full score (0–1, as two safe integers with `numerator <= denominator <= LARGEST_EXACT_DENOMINATOR`) to
 * hundredths of a point, half up. Long division, because `10000 * numerator` would not be exact.
 */
export function roundShare(numerator: number, denominator: number): Hundredths {
  let [rest, quotient] = [numerator, 0];
  for (let digit = 0; digit < 4; digit += 1) {
    rest *= 10;
    const below = rest % denominator;
    quotient = quotient * 10 + (rest - below) / denominator;
    rest = below;
  }
  return hundredths(2 * rest >= denominator ? quotient + 1 : quotient);
}

/** Mean of scores in hundredths, each counted `weight` times, half up. No scores throws a RangeError. */
export function meanHalfUp(scores: readonly { readonly score: number; readonly weight: number }[]): Hundredths {
  let [sum, count] = [0, 0];
  for (const { score, weight } of scores) {
    sum += score * weight;
    count += weight;
  }
  if (count <= 0) throw new RangeError('The mean of no scores is not a score');
  const twice = 2 * sum + count;
  return hundredths((twice - (twice % (2 * count))) / (2 * count));
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
