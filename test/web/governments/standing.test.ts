import { describe, expect, it } from 'vitest';

import { possibleScores, rulerPieces, standingOf } from '../../../web/src/features/governments/standing.ts';
import { aCatalogue } from '../../support/catalogue.ts';
import { bandsOfYear } from './known.ts';

const catalogue = aCatalogue();
const bands2024 = bandsOfYear(catalogue, '53.09', 2024);
const bands2021 = bandsOfYear(catalogue, '53.09', 2021);

describe('the distance to the next band', () => {
  it('lacks 5.37 points to A at 82.63', () => {
    const standing = standingOf('82.63', bands2024);
    expect(standing?.band.band).toBe('B');
    expect(standing?.next).toMatchObject({ missing: 537, band: { band: 'A' } });
    expect(standing?.nextZone).toBeNull();
  });

  it('names the next zone too where the next band lies in the same zone', () => {
    const standing = standingOf('20.00', bands2024);
    expect(standing?.next).toMatchObject({ missing: 1200, band: { band: 'D' } });
    expect(standing?.nextZone).toMatchObject({ missing: 3400, zone: 'yellow', band: { band: 'C' } });
  });

  it.each([
    ['88.00', 'A', 0, null],
    ['87.99', 'B', 999, 1],
    ['78.00', 'B', 0, 1000],
    ['77.99', 'C', 2399, 1],
    ['54.00', 'C', 0, 2400],
    ['53.99', 'D', 2199, 1],
    ['100.00', 'A', 1200, null],
    ['0.00', 'E', 0, 3200],
  ])('puts %s into %s', (score, band, above, missing) => {
    const standing = standingOf(score, bands2024);
    expect(standing?.band.band).toBe(band);
    expect(standing?.above).toBe(above);
    expect(standing?.next?.missing ?? null).toBe(missing);
  });

  it('judges by the bands of the year: 79.31 lacks 1.69 to green in 2021', () => {
    expect(standingOf('79.31', bands2021)?.next).toMatchObject({ missing: 169, band: { zone: 'green' } });
  });
});

describe('a government known by zone or category only', () => {
  it('can have scored anything its category allows', () => {
    expect(possibleScores({ band: 'C', zone: 'yellow' }, bands2024)).toEqual([5400, 7799]);
    expect(possibleScores({ band: 'A', zone: 'green' }, bands2024)).toEqual([8800, 10_000]);
  });

  it('can have scored anything its zone allows where the category is not known', () => {
    expect(possibleScores({ band: null, zone: 'red' }, bands2024)).toEqual([0, 5399]);
    expect(possibleScores({ band: null, zone: 'yellow' }, bands2021)).toEqual([5100, 8099]);
  });

  it('leaves open what is not known at all', () => {
    expect(possibleScores({ band: null, zone: null }, bands2024)).toBeUndefined();
  });
});

it('lays the bands on a ruler without a gap', () => {
  const pieces = rulerPieces(bands2024);
  expect(pieces.map(({ band }) => band)).toEqual(['E', 'D', 'C', 'B', 'A']);
  expect(pieces[0]?.from).toBe(0);
  expect(pieces.at(-1)?.to).toBe(10_000);
  for (const [index, piece] of pieces.entries()) expect(pieces[index + 1]?.from ?? 10_000).toBe(piece.to);
});
