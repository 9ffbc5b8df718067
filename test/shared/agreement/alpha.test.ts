import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { alphaOf, type Ratings } from '@patuh/shared/agreement/alpha';
import { FEWEST_PAIRS, leaningOf } from '@patuh/shared/agreement/difference';
import { alphaInterval } from '@patuh/shared/agreement/interval';

/** Columns are things, rows are people; a dot is nothing. */
function things(...rows: readonly string[]): readonly Ratings[] {
  const columns = rows.map((row) => row.split(' '));
  return (columns[0] ?? []).map((_, at) => columns.flatMap((row) => (row[at] === '.' ? [] : [Number(row[at])])));
}

/** K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), section C: four observers, twelve units. */
const PUBLISHED = things(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

describe('alpha', () => {
  it('is what Krippendorff published for four observers with missing values', () => {
    expect(alphaOf(PUBLISHED, 'nominal')).toBeCloseTo(0.743, 3);
    expect(alphaOf(PUBLISHED, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(alphaOf(PUBLISHED, 'interval')).toBeCloseTo(0.849, 3);
  });

  it('is what Krippendorff published for two observers and two values (section A)', () => {
    expect(alphaOf(things('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 'nominal')).toBeCloseTo(0.095, 3);
  });

  it('is 1 where everybody gave the same, and unknown where there was nothing to differ about', () => {
    expect(alphaOf(things('0 1 2 3', '0 1 2 3'))).toBe(1);
    expect(alphaOf(things('2 2 2', '2 2 2'))).toBeUndefined();
    expect(alphaOf(things('0 1 2', '. . .'))).toBeUndefined();
  });

  const ratings = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 30 });

  it('never exceeds 1, and asks neither who rated nor in which order', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const alpha = alphaOf(given);
        if (alpha === undefined) return;
        expect(alpha).toBeLessThanOrEqual(1);
        const shuffled = given.toReversed().map((one) => one.toReversed());
        expect(alphaOf(shuffled)).toBeCloseTo(alpha, 9);
      }),
    );
  });

  it('counts a step to the next level as less than one across the scale', () => {
    const near = things('0 1 2 3 0 1 2 3', '1 1 2 3 0 1 2 3');
    const far = things('0 1 2 3 0 1 2 3', '3 1 2 3 0 1 2 3');
    expect(alphaOf(near)!).toBeGreaterThan(alphaOf(far)!);
  });
});

describe('the interval of alpha', () => {
  it('holds alpha, is the same for the same seed, and needs enough things', () => {
    const many = Array.from({ length: 40 }, (_, at): Ratings => [at % 4, at % 7 === 0 ? (at + 1) % 4 : at % 4]);
    const found = alphaInterval(many, { seed: 7 })!;
    expect(found.low).toBeLessThan(found.alpha);
    expect(found.high).toBeGreaterThan(found.alpha);
    expect(found.things).toBe(40);
    expect(alphaInterval(many, { seed: 7 })).toEqual(found);
    expect(alphaInterval(many.slice(0, 9), { seed: 7 })).toBeUndefined();
  });

  it('is narrower the more things were rated', () => {
    const of = (count: number) =>
      alphaInterval(
        Array.from({ length: count }, (_, at): Ratings => [at % 4, at % 5 === 0 ? (at + 1) % 4 : at % 4]),
        { seed: 1 },
      )!;
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(width(of(400))).toBeLessThan(width(of(40)));
  });
});

describe('how somebody leans', () => {
  it('is the mean difference in levels, and is told of enough things only', () => {
    const pairs = Array.from({ length: FEWEST_PAIRS }, (_, at) => ({ own: at % 5 < 2 ? 2 : 1, other: 1 }));
    expect(leaningOf(pairs)).toEqual({ mean: 0.4, things: FEWEST_PAIRS, same: 12 });
    expect(leaningOf(pairs.slice(1))).toBeUndefined();
  });
});
