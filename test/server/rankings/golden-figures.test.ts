import { Ranking } from '@patuh/shared/contracts/rankings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';

/** The published figures that the press got wrong, through HTTP: domain rules in docs/scoring.md. */

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(async () => {
  await site.close();
});

async function ranking(province: string, year: number): Promise<Ranking> {
  const reply = await site.app.inject(`/api/rankings/${province}/${year}`);
  expect(reply.statusCode).toBe(200);
  return Ranking.parse(reply.json());
}

function zones({ counts: { green, yellow, red } }: Ranking): unknown {
  return [green.count, yellow.count, red.count, green.percent, yellow.percent, red.percent];
}

const nameOf = (row: Ranking['rows'][number]): string => row.government.name;

describe('NTT 2024', () => {
  it('has 22 rows, 12 green, 10 yellow and no red', async () => {
    const ntt = await ranking('53', 2024);
    expect(ntt.rows).toHaveLength(22);
    expect(ntt.coverage).toMatchObject({ known: 22, expected: 22, complete: true, missing: [] });
    expect(zones(ntt)).toEqual([12, 10, 0, '54.55', '45.45', '0.00']);
  });

  it('is led by Timor Tengah Utara with 91.82, category A', async () => {
    const [first] = (await ranking('53', 2024)).rows;
    expect(first).toMatchObject({
      government: { name: 'Kabupaten Timor Tengah Utara' },
      score: '91.82',
      band: 'A',
      zone: 'green',
      rank: 1,
    });
  });

  it('gave awards to all green ones but Timor Tengah Selatan and Ende', async () => {
    const { rows } = await ranking('53', 2024);
    expect(rows.filter((row) => row.award === true)).toHaveLength(10);
    const without = rows.filter((row) => row.zone === 'green' && row.award !== true).map(nameOf);
    expect(without.toSorted()).toEqual(['Kabupaten Ende', 'Kabupaten Timor Tengah Selatan']);
  });

  it('marks the ten that follow from the totals as inferred, without rank', async () => {
    const inferred = (await ranking('53', 2024)).rows.filter((row) => row.status === 'inferred');
    expect(inferred).toHaveLength(10);
    for (const row of inferred) expect(row).toMatchObject({ zone: 'yellow', score: null, rank: null, rankRange: null });
  });

  it('says where the indicators differ although the method is the same', async () => {
    const { rows } = await ranking('53', 2024);
    const previous = new Map<string, unknown>(rows.map((row) => [row.government.code, row.previous]));
    expect(previous.get('53.03')).toMatchObject({ year: 2023, comparable: true, sameInstrument: true });
    expect(previous.get('53.71')).toMatchObject({ year: 2022, comparable: true, sameInstrument: false });
  });

  it('says that the bands are those of the year before', async () => {
    expect((await ranking('53', 2024)).comparison).toMatchObject({ year: 2023, sameBands: true, explainedByBands: 0 });
  });
});

describe('NTT 2022', () => {
  it('has 2 green, 15 yellow and 6 red of 23, in percentages over the 23', async () => {
    const ntt = await ranking('53', 2022);
    expect(ntt.counts.assessed).toBe(23);
    expect(zones(ntt)).toEqual([2, 15, 6, '8.70', '65.22', '26.09']);
  });

  it('shows the rank of Ngada as published and only the range that is certain', async () => {
    const ngada = (await ranking('53', 2022)).rows.find((row) => row.government.code === '53.09');
    expect(ngada).toMatchObject({ score: '51.43', zone: 'red', rank: null, rankRange: [17, 22], rankPublished: 20 });
  });

  it('would have had no green by the bounds of 2021: both were yellow by them, and Ngada too', async () => {
    const ntt = await ranking('53', 2022);
    const green = ntt.rows.filter((row) => row.zone === 'green');
    expect(green.map((row) => [row.score, row.previous?.zoneUnderOldBands])).toEqual([
      ['79.12', 'yellow'],
      ['80.93', 'yellow'],
    ]);
    const ngada = ntt.rows.find((row) => row.government.code === '53.09');
    expect(ngada?.previous).toMatchObject({
      year: 2021,
      zone: 'yellow',
      comparable: false,
      zoneUnderOldBands: 'yellow',
    });
  });

  it('counts eleven zone changes, three of them by the bounds alone', async () => {
    expect((await ranking('53', 2022)).comparison).toMatchObject({
      year: 2021,
      sameBands: false,
      sameMethod: false,
      zoneChanges: 11,
      explainedByBands: 3,
      undecidable: 0,
    });
  });

  it('keeps the provincial government apart: its national rank, none in the province', async () => {
    const province = (await ranking('53', 2022)).rows.at(-1);
    expect(province).toMatchObject({ government: { code: '53' }, rank: null, nationalRank: { rank: 15, of: 34 } });
  });
});

describe('NTT 2021', () => {
  it('has no green, 10 yellow and 13 red of 23', async () => {
    expect(zones(await ranking('53', 2021))).toEqual([0, 10, 13, '0.00', '43.48', '56.52']);
  });

  it('shows Rote Ndao second because that was published', async () => {
    const rote = (await ranking('53', 2021)).rows.find((row) => row.government.code === '53.14');
    expect(rote).toMatchObject({ score: '64.66', zone: 'yellow', rank: null, rankPublished: 2 });
  });
});

describe('incomplete lists', () => {
  it.each([
    ['53', 2023, 1, 22],
    ['19', 2021, 2, 7],
    ['19', 2023, 2, 7],
    ['19', 2024, 2, 7],
  ])('%s %i: %i known of %i, no percentage and no rank', async (province, year, known, expected) => {
    const list = await ranking(province, year);
    expect(list.coverage).toMatchObject({ known, expected, complete: false });
    expect(list.coverage.missing).toHaveLength(expected - known);
    expect([list.counts.green.percent, list.counts.yellow.percent, list.counts.red.percent]).toEqual([
      null,
      null,
      null,
    ]);
    for (const row of list.rows) expect([row.rank, row.rankRange]).toEqual([null, null]);
  });

  it('NTT 2023 shows the published totals beside the one known row', async () => {
    const { publishedCounts } = await ranking('53', 2023);
    expect(publishedCounts).toMatchObject([{ assessed: 22, green: 2, yellow: 16, red: 4 }]);
  });

  it('Babel 2025 has bands without zones and nobody knows how many were assessed', async () => {
    const list = await ranking('19', 2025);
    expect(list.zoned).toBe(false);
    expect(list.coverage).toMatchObject({ known: 4, expected: null, complete: false, missing: [] });
    for (const row of list.rows)
      expect(row).toMatchObject({ band: 'Baik', zone: null, previous: { comparable: false } });
  });
});

describe('Babel 2022', () => {
  it('has 7 green and 1 yellow of 8, and 5 green and 3 yellow by the bounds of 2021', async () => {
    const babel = await ranking('19', 2022);
    expect(zones(babel)).toEqual([7, 1, 0, '87.50', '12.50', '0.00']);
    expect(babel.comparison?.counts).toEqual({ green: 5, yellow: 3, red: 0, unknown: 0 });
  });
});

it('counts of every list add up to its rows', async () => {
  for (const { code, years } of site.feed.catalogue().provinces) {
    for (const year of years) {
      const { counts, rows, zoned } = await ranking(code, year);
      expect(counts.assessed).toBe(rows.length);
      const inZones = counts.green.count + counts.yellow.count + counts.red.count;
      expect(inZones).toBe(zoned ? rows.length : 0);
      expect(Object.values(counts.byBand).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    }
  }
});
