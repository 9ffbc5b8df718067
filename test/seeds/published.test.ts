import { readCsv } from '@patuh/seeds/read-file';
import { readGovernments, readUnitKinds } from '@patuh/seeds/reference';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { instrumentOf } from '../support/reference-instruments.ts';

const results = readCsv(
  'published/published-results.csv',
  z.object({
    government_code: z.string(),
    government_name: z.string(),
    kind: z.string(),
    year: z.string(),
    score: z.string(),
    category: z.string(),
    zone: z.string(),
    source: z.string(),
  }),
);
const governments = new Map(readGovernments().map((government) => [String(government.code), government]));

describe('published results', () => {
  it('name only governments of the reference data, as it names them', () => {
    expect(results).toHaveLength(87);
    for (const row of results) {
      expect(governments.get(row.government_code)).toMatchObject({ name: row.government_name, kind: row.kind });
    }
  });

  it('name a source in every row', () => {
    expect(results.filter(({ source }) => source === '')).toEqual([]);
  });

  it('agree with the bands of the instrument of their year', () => {
    for (const { government_name: name, year, score, category, zone, kind } of results) {
      const { bands } = instrumentOf(Number(year)).rules.bands.find(({ kinds }) => kinds.some((k) => k === kind)) ?? {};
      const scored = bands?.find(({ lower }) => score !== '' && Number(score.replace('.', '')) >= lower);
      if (scored) expect({ name, zone: scored.zone ?? '' }).toEqual({ name, zone });
      if (scored && category !== '') expect({ name, band: scored.band }).toEqual({ name, band: category });
    }
  });

  it('give the units of Bangka Tengah kinds that exist', () => {
    const units = readCsv('published/unit-scores.csv', z.object({ unit_kind: z.string() }));
    const kinds = readUnitKinds().map(({ id }) => String(id));
    expect(units).toHaveLength(7);
    for (const { unit_kind: kind } of units) expect(kinds).toContain(kind.replaceAll('_', '-'));
  });

  it('add up in the published totals', () => {
    const Total = z.object({ assessed: z.string(), green: z.string(), yellow: z.string(), red: z.string() });
    for (const file of ['published/province-counts.csv', 'published/national-counts.csv']) {
      for (const { assessed, green, yellow, red } of readCsv(file, Total)) {
        expect(Number(green) + Number(yellow) + Number(red)).toBe(Number(assessed));
      }
    }
  });
});
