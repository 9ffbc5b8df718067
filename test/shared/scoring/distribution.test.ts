import { distributionOf, SMALLEST_CELL } from '@patuh/shared/scoring/distribution';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const times = (level: number, count: number): readonly number[] => Array.from({ length: count }, () => level);

describe('a distribution of users', () => {
  it.each([
    ['everybody alike', [...times(3, 10)], [0, 0, 0, 10]],
    ['five at the edge', [...times(0, 5), ...times(3, 25)], [5, 0, 0, 25]],
    ['four at the edge', [...times(0, 4), ...times(3, 26)], null],
    ['one alone', [...times(2, 1), ...times(3, 29)], null],
    ['nobody at all', [], [0, 0, 0, 0]],
  ] as const)('%s', (_, levels, expected) => {
    expect(distributionOf(levels, 3)).toEqual(expected);
  });

  it('counts everybody once or says nothing, and shows no small group', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }), (levels) => {
        const counts = distributionOf(levels, 3);
        const isSmall = [0, 1, 2, 3].some((level) => {
          const chosen = levels.filter((each) => each === level).length;
          return chosen > 0 && chosen < SMALLEST_CELL;
        });
        expect(counts === null).toBe(isSmall);
        if (counts !== null) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(levels.length);
      }),
    );
  });
});
