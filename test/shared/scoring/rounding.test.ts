import { hundredths } from '@patuh/shared/domain/points';
import { rational } from '@patuh/shared/scoring/rational';
import { LARGEST_EXACT_DENOMINATOR, meanHalfUp, roundPoints, roundShare } from '@patuh/shared/scoring/rounding';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreInBigIntegers, scoreOf } from '@patuh/shared/scoring/share';
import { scoreMergedUnit } from '@patuh/shared/scoring/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';

describe('rounding half up', () => {
  it.each([
    [77_995n, 1000n, 7800],
    [77_994_999n, 1_000_000n, 7799],
    [1005n, 1000n, 101],
    [5n, 1000n, 1],
    [4_999_999n, 1_000_000_000n, 0],
    [0n, 1n, 0],
    [99_995n, 1000n, 10_000],
    [100n, 1n, 10_000],
  ])('takes %i/%i points to %i hundredths', (numerator, denominator, expected) => {
    expect(roundPoints(rational(numerator, denominator))).toBe(expected);
  });

  it('gives the same in doubles as in big integers, up to the largest denominator', () => {
    const denominator = fc.oneof(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: LARGEST_EXACT_DENOMINATOR }),
    );
    const share = denominator.chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(
        share,
        ([part, whole]) => roundShare(part, whole) === roundPoints(rational(100n * BigInt(part), whole)),
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps the exact half at the largest denominators', () => {
    const whole = LARGEST_EXACT_DENOMINATOR - (LARGEST_EXACT_DENOMINATOR % 20_000);
    const half = (whole / 20_000) * 15_599;
    expect([roundShare(half, whole), roundShare(half - 1, whole)]).toEqual([7800, 7799]);
  });

  it('refuses points outside 0–100', () => {
    expect(() => roundPoints(rational(10_001, 100))).toThrow(RangeError);
    expect(() => roundPoints(rational(-1))).toThrow(RangeError);
  });
});

describe('a unit on an exact half', () => {
  // 77.995 needs a denominator of 20000: one indicator of 15599 parts at its maximum, one of 4401 at 0.
  const half = compileInstrument(
    anInstrument([anIndicator('penuh', { part: 15_599 }), anIndicator('nol', { part: 4401 })]),
  );
  const below = compileInstrument(
    anInstrument([aBranch('b', 155_989, [anIndicator('penuh')]), anIndicator('nol', { part: 44_011 })]),
  );
  const unitScore = (plan: typeof half) => {
    const indicators = plan.indicators.map(({ indicator: { id } }) => ({
      kind: 'merged' as const,
      indicatorId: id,
      sum: id === 'penuh' ? 3 : 0,
      n: 1,
    }));
    const result = scoreMergedUnit(plan, { products: 0, indicators });
    return result.kind === 'scored' ? result.score : result;
  };

  it('rises: 77.995 → 78.00', () => {
    expect(unitScore(half)).toBe(7800);
  });

  it('and just below it falls: 77.9945 → 77.99', () => {
    expect(unitScore(below)).toBe(7799);
  });
});

describe('counts without a common multiple that a double could hold', () => {
  it('are scored exactly all the same', () => {
    const primes = Array.from({ length: 1500 }, (_, step) => step + 2).filter((candidate) =>
      Array.from({ length: candidate - 2 }, (_, step) => step + 2).every((divisor) => candidate % divisor > 0),
    );
    const plan = compileInstrument(
      anInstrument(primes.map((prime) => anIndicator(`i-${prime}`, { subject: 'user', maximum: 1 }))),
    );
    const half = { sums: primes.map((prime) => Math.floor(prime / 2)), counts: primes };
    const whole = { sums: primes, counts: primes };
    expect(scoreOf(plan.unitWeights([]), whole)).toBe(10_000);
    expect(scoreOf(plan.unitWeights([]), half)).toBe(scoreInBigIntegers(plan.unitWeights([]), half));
  });
});

describe('the mean of units', () => {
  const mean = (...scores: number[]) => meanHalfUp(scores.map((score) => ({ score: hundredths(score), weight: 1 })));

  it('rounds an exact half up and anything below it down', () => {
    expect(mean(7799, 7800)).toBe(7800);
    expect(mean(7799, 7799, 7800)).toBe(7799);
    expect(mean(10_000, 10_000)).toBe(10_000);
  });

  it('is not a score when there is no unit', () => {
    expect(() => mean()).toThrow(RangeError);
  });
});
