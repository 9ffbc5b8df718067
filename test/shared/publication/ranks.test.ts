import type { SourceRow } from '@patuh/shared/publication/derive';
import type { ImportedPayload } from '@patuh/shared/publication/payload';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { publishedInput, publishedPayload } from '../../support/publications.ts';

type Known = Partial<Pick<SourceRow, 'score' | 'band' | 'zone'>>;

/** A complete list of regencies with only these results, in the order of their codes. */
function listOf(year: 2022 | 2025, results: readonly Known[]): ImportedPayload {
  const template = publishedInput('53', 2022).rows.find(({ government }) => government.kind === 'regency');
  if (template === undefined) throw new RangeError('No regency');
  const rows = results.map((known, index) => ({
    ...template,
    score: null,
    band: null,
    zone: null,
    rankPublished: null,
    ...known,
    government: { ...template.government, code: `53.${String(index + 1).padStart(2, '0')}` },
  })) as SourceRow[];
  const coverage = { scope: 'regencies-and-cities', expected: rows.length, source: 'uji' } as const;
  return publishedPayload('53', year, { rows, coverage, publishedCounts: [] });
}

function placesIn({ rows }: ImportedPayload): readonly unknown[] {
  return rows.map(({ government, score, zone, rank, rankRange }) => [
    government.code,
    score ?? zone,
    rank ?? rankRange,
  ]);
}

describe('ranks of a complete list', () => {
  it('are shared by equal scores, and the next one is skipped', () => {
    const payload = listOf(2022, [{ score: '60.00' }, { score: '70.00' }, { score: '70.00' }, { score: '90.00' }]);
    expect(payload.rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });

  it('are a range where a government known by its zone could stand before or behind', () => {
    const payload = listOf(2022, [{ score: '60.00' }, { score: '90.00' }, { zone: 'yellow' }, { zone: 'red' }]);
    expect(placesIn(payload)).toEqual([
      ['53.02', '90.00', 1],
      ['53.01', '60.00', [2, 3]],
      ['53.03', 'yellow', null],
      ['53.04', 'red', null],
    ]);
  });

  it('are certain again below what is not certain', () => {
    const payload = listOf(2022, [{ score: '40.00' }, { score: '60.00' }, { zone: 'yellow' }]);
    expect(payload.rows.map(({ rank, rankRange }) => rank ?? rankRange)).toEqual([[1, 2], 3, null]);
  });

  it('are not disturbed by a zone’s highest score that only equals them', () => {
    expect(listOf(2022, [{ score: '53.99' }, { zone: 'red' }]).rows[0]).toMatchObject({ rank: 1 });
    expect(listOf(2022, [{ score: '53.98' }, { zone: 'red' }]).rows[0]).toMatchObject({ rankRange: [1, 2] });
  });

  it('use a printed band where its bounds are official', () => {
    expect(listOf(2022, [{ score: '80.00' }, { band: 'A' }]).rows[0]).toMatchObject({ rank: 2 });
    expect(listOf(2022, [{ score: '80.00' }, { zone: 'green' }]).rows[0]).toMatchObject({ rankRange: [1, 2] });
  });

  it('take nothing from a bound that was never published', () => {
    expect(listOf(2022, [{ score: '20.00' }, { band: 'D' }]).rows[0]).toMatchObject({ rank: null, rankRange: [1, 2] });
    expect(listOf(2022, [{ score: '51.43' }, { band: 'E' }]).rows[0]).toMatchObject({ rank: null, rankRange: [1, 2] });
    expect(listOf(2025, [{ score: '82.65' }, { band: 'Kurang' }]).rows[0]).toMatchObject({ rankRange: [1, 2] });
  });
});

describe('the order of a list', () => {
  it('is by score, then by zone, then by code, whether it is complete or not', () => {
    const known = [
      { zone: 'red' },
      { zone: 'yellow' },
      { zone: 'green' },
      { score: '40.00' },
      { zone: 'green' },
    ] as const;
    expect(placesIn(listOf(2022, known)).map((place) => [place].flat(2).slice(0, 2))).toEqual([
      ['53.04', '40.00'],
      ['53.03', 'green'],
      ['53.05', 'green'],
      ['53.02', 'yellow'],
      ['53.01', 'red'],
    ]);
  });
});

describe('the range of possible ranks', () => {
  const aScore = fc.integer({ min: 0, max: 10_000 });
  const pointsOf = (score: number) => (score / 100).toFixed(2);

  it('holds the true rank, whatever the unknown scores are', () => {
    const known = fc.array(fc.record({ score: aScore, hidden: fc.boolean() }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(known, (governments) => {
        const truth = listOf(
          2022,
          governments.map(({ score }) => ({ score: pointsOf(score) })),
        );
        const zones = new Map(truth.rows.map(({ government, zone }) => [government.code, zone]));
        const seen = governments.map(({ score, hidden }, index) =>
          hidden ? { zone: zones.get(truthCode(index)) ?? null } : { score: pointsOf(score) },
        );
        for (const row of listOf(2022, seen).rows.filter(({ score }) => score !== null)) {
          const { rank } = truth.rows.find(({ government }) => government.code === row.government.code) ?? {};
          const [best, worst] = row.rankRange ?? [row.rank, row.rank];
          expect(rank).toBeGreaterThanOrEqual(best ?? Number.NaN);
          expect(rank).toBeLessThanOrEqual(worst ?? Number.NaN);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function truthCode(index: number): ImportedPayload['rows'][number]['government']['code'] {
  return `53.${String(index + 1).padStart(2, '0')}` as ImportedPayload['rows'][number]['government']['code'];
}
