import { importedCountsPayload } from '@patuh/shared/publication/imported-counts';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { type ImportedCountsPayload, PublicationId } from '@patuh/shared/publication/payload';
import type { SourceRow } from '@patuh/shared/publication/derive';
import { sealPublication } from '@patuh/shared/publication/seal';
import { describe, expect, it } from 'vitest';

import {
  changed,
  nationalPayload,
  OFFICE_KEY,
  publishedInput,
  publishedPayload,
  rowOf,
} from '../../support/publications.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

/** The published rows with one of them changed. */
function rowsWith(province: '19' | '53', year: number, code: string, change: Partial<SourceRow>): readonly SourceRow[] {
  return publishedInput(province, year).rows.map((row) => (row.government.code === code ? { ...row, ...change } : row));
}

describe('an imported list', () => {
  it.each([
    ['zone', { zone: 'yellow' }, 'zone yellow contradicts score 83.33, which gives green'],
    ['band', { band: 'A' }, 'band A contradicts score 83.33, which gives B'],
    ['zone of a band', { score: null, zone: 'red' }, 'zone red contradicts band B, which gives green'],
    [
      'band that the year has not',
      { score: null, band: 'Baik' },
      'band Baik contradicts the bands of the year, which gives no band',
    ],
  ] as const)('refuses a printed %s that contradicts the rest of the row, naming both', (_name, change, reason) => {
    expect(() => publishedPayload('53', 2024, { rows: rowsWith('53', 2024, '53.04', change) })).toThrow(
      `Kabupaten Belu: ${reason}`,
    );
  });

  it('refuses a zone in a year that has none', () => {
    const rows = rowsWith('19', 2025, '19.04', { score: null, band: null, zone: 'green' });
    expect(() => publishedPayload('19', 2025, { rows })).toThrow('zone green contradicts the bands of the year');
  });

  it('judges at the floor of a band and 0.01 below', () => {
    const at = (score: string) =>
      rowOf(
        publishedPayload('53', 2024, { rows: rowsWith('53', 2024, '53.04', { score, band: null, zone: null }) }),
        '53.04',
      );
    expect(at('88.00')).toMatchObject({ band: 'A', zone: 'green' });
    expect(at('87.99')).toMatchObject({ band: 'B', zone: 'green' });
    expect(at('78.00')).toMatchObject({ band: 'B', zone: 'green' });
    expect(at('77.99')).toMatchObject({ band: 'C', zone: 'yellow' });
    expect(at('54.00')).toMatchObject({ band: 'C', zone: 'yellow' });
    expect(at('53.99')).toMatchObject({ band: 'D', zone: 'red' });
  });

  it('believes a printed band over an assumed bound, and only there', () => {
    const rows = rowsWith('53', 2022, '53.09', { band: 'E' });
    expect(rowOf(publishedPayload('53', 2022, { rows }), '53.09')).toMatchObject({
      score: '51.43',
      band: 'E',
      zone: 'red',
    });
  });

  it('leaves the band open where two bands have the zone', () => {
    const rows = rowsWith('53', 2024, '53.04', { score: null, band: null, zone: 'green' });
    expect(rowOf(publishedPayload('53', 2024, { rows }), '53.04')).toMatchObject({ band: null, zone: 'green' });
  });

  it.each([
    ['without any result', { score: null, band: null, zone: null }, 'a row has a score, a band or a zone'],
    ['of another province', { government: { code: '19.04', name: 'Kabupaten Belu', kind: 'regency' } }, 'the province'],
    [
      'that stands there already',
      { government: { code: '53.05', name: 'Kabupaten Belu', kind: 'regency' } },
      'only once',
    ],
    [
      'whose kind is not that of its code',
      { government: { code: '53.04', name: 'x', kind: 'province' } },
      'two digits',
    ],
    ['whose units do not give its score', { units: [aUnit('83.34')] }, 'score is "83.33", recomputed "83.34"'],
  ] as const)('refuses a row %s', (_name, change, reason) => {
    const rows = rowsWith('53', 2024, '53.04', change as Partial<SourceRow>);
    expect(() => publishedPayload('53', 2024, { rows })).toThrow(reason);
  });

  it('refuses more governments than were expected', () => {
    const coverage = { scope: 'regencies-and-cities', expected: 21, source: 'uji' } as const;
    expect(() => publishedPayload('53', 2024, { coverage })).toThrow('coverage.known is 22');
  });

  it('recomputes Bangka Tengah 2023 from its seven units', () => {
    const row = rowOf(publishedPayload('19', 2023), '19.04');
    expect(row.units).toHaveLength(7);
    expect(row.score).toBe('93.71');
    const rows = rowsWith('19', 2023, '19.04', { score: '93.73' });
    expect(() => publishedPayload('19', 2023, { rows })).toThrow('score is "93.73", recomputed "93.71"');
  });

  it('refuses units where the year weighs them by products that nobody published', () => {
    const rows = rowsWith('53', 2021, '53.14', { units: [aUnit('64.66')] });
    expect(instrumentOf(2021).rules.rollUp.unitWeight).toBe('products');
    expect(() => publishedPayload('53', 2021, { rows })).toThrow('cannot be recomputed from units');
  });

  it('corrects only an earlier publication of the same list', () => {
    const replacing = (id: string) => ({
      id: PublicationId.parse('53-2024-2'),
      replaces: { id: PublicationId.parse(id), hash: '0'.repeat(64), reason: 'salah ketik' },
    });
    expect(publishedPayload('53', 2024, replacing('53-2024-1')).replaces?.id).toBe('53-2024-1');
    for (const id of ['53-2024-2', '53-2024-3', '53-2022-1', 'nasional-2024-1']) {
      expect(() => publishedPayload('53', 2024, replacing(id))).toThrow('replaces.id');
    }
  });
});

describe('published totals', () => {
  it.each([
    [2021, 587, [179, 316, 92], ['30.49', '53.83', '15.67']],
    [2022, 586, [272, 250, 64], ['46.42', '42.66', '10.92']],
  ] as const)('of the nation in %i sum up over the kinds', (year, assessed, counts, percents) => {
    const { total, kinds } = nationalPayload(year);
    expect(kinds).toHaveLength(5);
    expect(total.assessed).toBe(assessed);
    expect([total.green.count, total.yellow.count, total.red.count]).toEqual(counts);
    expect([total.green.percent, total.yellow.percent, total.red.percent]).toEqual(percents);
  });

  it('of a province stand without kinds', () => {
    const payload = provinceTotals({ assessed: 22, green: 2, yellow: 16, red: 4 });
    expect(payload.title).toBe(
      'Rekapitulasi hasil penilaian kepatuhan 2023, Provinsi Nusa Tenggara Timur (angka terbit)',
    );
    expect(payload.total).toEqual({
      assessed: 22,
      green: { count: 2, percent: '9.09' },
      yellow: { count: 16, percent: '72.73' },
      red: { count: 4, percent: '18.18' },
    });
  });

  it('are refused where the zones do not add up', () => {
    expect(() => provinceTotals({ assessed: 24, green: 2, yellow: 15, red: 6 })).toThrow('add up');
    expect(() => provinceTotals({ assessed: 22, green: 2, yellow: 15, red: 6 })).toThrow('add up');
  });
});

describe('sealing', () => {
  it('refuses a figure that does not follow from the rows', () => {
    const wrong = changed(publishedPayload('53', 2022), (payload) => {
      payload.counts.green.percent = '8.33';
    });
    expect(() => sealPublication(wrong, null, OFFICE_KEY)).toThrow('counts.green.percent is "8.33", recomputed "8.70"');
  });
});

function aUnit(score: string): NonNullable<SourceRow['units']>[number] {
  return { name: 'Dinas Kesehatan', kind: 'health', score, source: 'uji' };
}

function provinceTotals(total: {
  assessed: number;
  green: number;
  yellow: number;
  red: number;
}): ImportedCountsPayload {
  return importedCountsPayload({
    id: PublicationId.parse('53-2023-2'),
    chain: 'main',
    year: 2023,
    scope: { kind: 'province', code: ProvinceCode.parse('53'), name: 'Nusa Tenggara Timur' },
    publishedAt: '2026-01-29T02:00:00.000Z',
    replaces: null,
    source: 'kupang.antaranews.com 142569',
    counts: { total },
  });
}
