import { GOVERNMENT_KINDS } from '@patuh/shared/domain/government';
import { hundredths } from '@patuh/shared/domain/points';
import { rational } from '@patuh/shared/scoring/rational';
import { roundPoints } from '@patuh/shared/scoring/rounding';
import { bandExtent, bandOf, bandTableFor, zoneExtent } from '@patuh/shared/scoring/zones';
import { describe, expect, it } from 'vitest';

import { aBand, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

// Written out and not read from the instruments, so that a changed bound is a failed test.
const bounds2022 = [
  [8800, 'A', 'green'],
  [7800, 'B', 'green'],
  [5400, 'C', 'yellow'],
  [3200, 'D', 'red'],
  [0, 'E', 'red'],
] as const;
const boundsOf = {
  2021: [
    [8100, 'Tinggi', 'green'],
    [5100, 'Sedang', 'yellow'],
    [0, 'Rendah', 'red'],
  ],
  2022: bounds2022,
  2023: bounds2022,
  2024: bounds2022,
  2025: [
    [8800, 'Sangat Baik', null],
    [7800, 'Baik', null],
    [5400, 'Cukup', null],
    [0, 'Kurang', null],
  ],
} as const;
const years = [2021, 2022, 2023, 2024, 2025] as const;

const edges = years.flatMap((year) =>
  boundsOf[year].flatMap(([lower, band, zone], index) => {
    const below = boundsOf[year][index + 1];
    const at = { year, score: lower, band, zone };
    return below === undefined ? [at] : [at, { year, score: lower - 1, band: below[1], zone: below[2] }];
  }),
);

describe('bands', () => {
  it.each(edges)('put $score hundredths of $year into $band ($zone)', ({ year, score, band, zone }) => {
    for (const kind of GOVERNMENT_KINDS) {
      expect(bandOf(instrumentOf(year), kind, hundredths(score))).toMatchObject({ band, zone });
    }
  });

  it.each(years)('of %i are no more than those tested and reach 100', (year) => {
    const table = bandTableFor(instrumentOf(year), 'regency')?.bands.map(({ lower, band, zone }) => [
      lower,
      band,
      zone,
    ]);
    expect(table).toEqual(boundsOf[year]);
    expect(bandOf(instrumentOf(year), 'regency', hundredths(10_000))?.band).toBe(boundsOf[year][0][1]);
  });

  it('see the rounded score: 77.995 is green, anything less is yellow', () => {
    const zone = (points: ReturnType<typeof rational>) =>
      bandOf(instrumentOf(2023), 'regency', roundPoints(points))?.zone;
    expect(zone(rational(77_995, 1000))).toBe('green');
    expect(zone(rational(77_994_999_999_999n, 1_000_000_000_000n))).toBe('yellow');
  });

  it('of another kind are not borrowed', () => {
    const instrument = anInstrument([anIndicator('satu')], {
      rules: {
        bands: [
          { kinds: ['regency'], bands: [aBand('A', 5000, 'green'), aBand('B', 0, 'red')] },
          { kinds: ['ministry'], bands: [aBand('A', 9000, 'green'), aBand('B', 0, 'red')] },
        ],
      },
    });
    expect(bandOf(instrument, 'regency', hundredths(6000))?.band).toBe('A');
    expect(bandOf(instrument, 'ministry', hundredths(6000))?.band).toBe('B');
    expect(bandOf(instrument, 'city', hundredths(6000))).toBeUndefined();
    expect(bandTableFor(instrument, 'city')).toBeUndefined();
  });
});

describe('extents', () => {
  it('of bands and zones fill 0–100 without a hole', () => {
    const rules = instrumentOf(2022);
    expect(bandExtent(rules, 'regency', 'B')).toEqual({ lowest: 7800, highest: 8799 });
    expect(zoneExtent(rules, 'regency', 'green')).toEqual({ lowest: 7800, highest: 10_000 });
    expect(zoneExtent(rules, 'regency', 'yellow')).toEqual({ lowest: 5400, highest: 7799 });
    expect(zoneExtent(rules, 'regency', 'red')).toEqual({ lowest: 0, highest: 5399 });
  });

  it('are undefined for a band or zone that the year does not have', () => {
    expect(bandExtent(instrumentOf(2021), 'regency', 'A')).toBeUndefined();
    expect(zoneExtent(instrumentOf(2025), 'regency', 'green')).toBeUndefined();
  });
});
