import { opinionOf } from '@patuh/shared/publication/bands';
import type { ImportedPayload } from '@patuh/shared/publication/payload';
import { describe, expect, it } from 'vitest';

import { publishedInput, publishedPayload, rowOf } from '../../support/publications.ts';

function percents({ counts }: ImportedPayload): readonly (string | null)[] {
  return [counts.green.percent, counts.yellow.percent, counts.red.percent];
}

function numbers({ counts }: ImportedPayload): readonly number[] {
  return [counts.assessed, counts.green.count, counts.yellow.count, counts.red.count];
}

describe('NTT 2024', () => {
  const payload = publishedPayload('53', 2024);

  it('has 22 rows: 12 green, 10 yellow, no red', () => {
    expect(numbers(payload)).toEqual([22, 12, 10, 0]);
    expect(percents(payload)).toEqual(['54.55', '45.45', '0.00']);
    expect(payload.counts.byBand).toEqual({ A: 2, B: 10, C: 10, D: 0, E: 0 });
    expect(payload.coverage).toMatchObject({ known: 22, expected: 22, complete: true });
  });

  it('ranks Timor Tengah Utara first and the twelve with scores in their order', () => {
    expect(rowOf(payload, '53.03')).toMatchObject({
      score: '91.82',
      band: 'A',
      zone: 'green',
      rank: 1,
      rankRange: null,
    });
    expect(payload.rows.slice(0, 12).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(payload.rows.slice(12).map(({ rank, rankRange, zone }) => [rank, rankRange, zone])).toEqual(
      Array.from({ length: 10 }, () => [null, null, 'yellow']),
    );
  });

  it('gives ten awards: all green ones but Timor Tengah Selatan and Ende', () => {
    const without = payload.rows.filter(({ zone, award }) => zone === 'green' && award !== true);
    expect(payload.rows.filter(({ award }) => award === true)).toHaveLength(10);
    expect(without.map(({ government }) => government.code).toSorted()).toEqual(['53.02', '53.08']);
  });

  it('has its title in Indonesian', () => {
    expect(payload.title).toBe(
      'Hasil penilaian kepatuhan 2024, Provinsi Nusa Tenggara Timur (dihimpun dari sumber terbit)',
    );
  });
});

describe('NTT 2022', () => {
  const payload = publishedPayload('53', 2022);

  it('counts 2, 15 and 6 of 23, and their percentages sum to 100.01', () => {
    expect(numbers(payload)).toEqual([23, 2, 15, 6]);
    expect(percents(payload)).toEqual(['8.70', '65.22', '26.09']);
    expect(payload.counts.byBand).toEqual({ A: 0, B: 2, C: 15, D: 6, E: 0 });
  });

  it('knows Ngada’s published rank 20, but by itself only that it is one of 17 to 22', () => {
    expect(rowOf(payload, '53.09')).toMatchObject({
      rank: null,
      rankRange: [17, 22],
      rankPublished: 20,
      band: 'D',
      zone: 'red',
    });
  });

  it('ranks Kota Kupang first and the provincial government not at all, at the end', () => {
    expect(rowOf(payload, '53.71')).toMatchObject({ rank: 1, rankRange: null });
    expect(payload.rows.at(-1)).toMatchObject({ government: { code: '53' }, rank: null, rankRange: null });
  });

  it('names what the Ombudsman calls the bands', () => {
    expect(opinionOf(payload.rules.bands, 'city', 'B')).toBe('Kualitas Tinggi');
    expect(opinionOf(payload.rules.bands, 'city', null)).toBeNull();
    expect(opinionOf(payload.rules.bands, 'city', 'Z')).toBeNull();
  });
});

describe('NTT 2021', () => {
  const payload = publishedPayload('53', 2021);

  it('counts 0, 10 and 13 of 23 and gives zones their only band', () => {
    expect(numbers(payload)).toEqual([23, 0, 10, 13]);
    expect(percents(payload)).toEqual(['0.00', '43.48', '56.52']);
    expect(payload.counts.byBand).toEqual({ Tinggi: 0, Sedang: 10, Rendah: 13 });
  });

  it('ranks Rote Ndao among the nine yellow regencies and cities, published as second', () => {
    expect(rowOf(payload, '53.14')).toMatchObject({ rank: null, rankRange: [1, 9], rankPublished: 2, band: 'Sedang' });
  });
});

describe('Bangka Belitung 2022', () => {
  it('counts 7, 1 and 0 of 8 with the provincial government last and unranked', () => {
    const payload = publishedPayload('19', 2022);
    expect(numbers(payload)).toEqual([8, 7, 1, 0]);
    expect(percents(payload)).toEqual(['87.50', '12.50', '0.00']);
    expect(payload.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, null]);
    expect(payload.rows.at(-1)?.government.code).toBe('19');
  });
});

describe('an incomplete list', () => {
  it.each([
    ['53', 2023, 1, 22],
    ['19', 2021, 2, null],
    ['19', 2023, 2, null],
    ['19', 2024, 2, null],
    ['19', 2025, 4, null],
  ] as const)('has neither percentages nor ranks (%s in %i)', (province, year, known, expected) => {
    const payload = publishedPayload(province, year);
    expect(payload.coverage).toMatchObject({ known, expected, complete: false });
    expect(percents(payload)).toEqual([null, null, null]);
    expect(payload.rows.every(({ rank, rankRange }) => rank === null && rankRange === null)).toBe(true);
  });

  it('stays incomplete where the provincial government’s row fills the number but not the scope', () => {
    const input = publishedInput('53', 2022);
    const coverage = { scope: 'regencies-and-cities', expected: 23, source: 'uji' } as const;
    const payload = publishedPayload('53', 2022, { coverage });
    expect(input.rows).toHaveLength(23);
    expect(payload.coverage).toMatchObject({ known: 22, complete: false });
    expect(payload.counts.assessed).toBe(23);
  });
});

describe('a year without zones', () => {
  it('keeps the printed bands and counts no zone, even where the list is complete', () => {
    const coverage = { scope: 'regencies-cities-and-province', expected: 4, source: 'uji' } as const;
    const payload = publishedPayload('19', 2025, { coverage });
    expect(payload.rows.map(({ band, zone, rank }) => [band, zone, rank])).toEqual([
      ['Baik', null, 1],
      ['Baik', null, 2],
      ['Baik', null, 3],
      ['Baik', null, null],
    ]);
    expect(percents(payload)).toEqual([null, null, null]);
    expect(payload.counts.byBand).toMatchObject({ Baik: 4, 'Sangat Baik': 0 });
  });
});

describe('any list', () => {
  it('is the same whatever the order of its rows was', () => {
    const { rows } = publishedInput('53', 2022);
    expect(publishedPayload('53', 2022, { rows: rows.toReversed() })).toEqual(publishedPayload('53', 2022));
  });
});
