import { hundredths } from '@patuh/shared/domain/points';
import { type RankEntry, rankAll } from '@patuh/shared/scoring/rankings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { oracleRanks } from '../../support/rank-oracle.ts';

const scored = (code: string, score: number): RankEntry => ({ code, score: hundredths(score) });
const known = (code: string, lowest: number, highest: number): RankEntry => ({
  code,
  score: null,
  lowest: hundredths(lowest),
  highest: hundredths(highest),
});
const ranks = (...entries: RankEntry[]) => rankAll(entries).map(({ rank, rankRange }) => rank ?? rankRange);

describe('ranks', () => {
  it('are shared by equal scores, and the next one is skipped: 1, 2, 2, 4', () => {
    expect(ranks(scored('a', 9182), scored('b', 8000), scored('c', 8000), scored('d', 7999))).toEqual([1, 2, 2, 4]);
  });

  it('follow the scores and not the order of the rows', () => {
    expect(ranks(scored('d', 7999), scored('b', 8000), scored('a', 9182), scored('c', 8000))).toEqual([4, 2, 1, 2]);
  });

  it('are certain beside a government known by a zone that lies wholly above or below', () => {
    expect(ranks(scored('a', 7000), known('green', 7800, 10_000), known('red', 0, 5399))).toEqual([2, null, null]);
  });

  it('are a range where a government known by its zone could stand before or behind', () => {
    expect(ranks(scored('a', 8200), known('green', 7800, 10_000), scored('b', 6000))).toEqual([[1, 2], null, 3]);
  });

  it('are not lost to a zone that can at best reach the same score', () => {
    expect(ranks(scored('a', 7799), known('yellow', 5400, 7799))).toEqual([1, null]);
  });

  it('of an empty list are none', () => {
    expect(rankAll([])).toEqual([]);
  });

  it('are those of every possible outcome, tried one by one', () => {
    const score = fc.nat({ max: 5 });
    const entry = fc.oneof(
      { weight: 3, arbitrary: score.map((points) => scored('', points)) },
      { weight: 1, arbitrary: fc.tuple(score, score).map(([a, b]) => known('', Math.min(a, b), Math.max(a, b))) },
    );
    const list = fc
      .array(entry, { maxLength: 6 })
      .map((entries) => entries.map((one, index) => ({ ...one, code: `g${index}` })));
    fc.assert(
      fc.property(list, (entries) => {
        const expected = oracleRanks(entries);
        for (const { code, rank, rankRange } of rankAll(entries)) {
          const found = rank === null ? rankRange : [rank, rank];
          expect(found ?? undefined).toEqual(expected.get(code));
          expect(rankRange === null || rankRange[0] < rankRange[1]).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
