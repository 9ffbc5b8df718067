import { readFileSync } from 'node:fs';

import { Ranking } from '@patuh/shared/contracts/rankings';
import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';
import { parse } from 'csv-parse/sync';

import { instrumentOf } from './reference-instruments.ts';
import { ROOT } from './root.ts';

/**
 * Rankings made of the published figures alone, for tests of pages: written apart from the server's own way, and only as
 * far as pages need. Golden figures are stated in the tests, not here.
 */

type Line = Readonly<Record<string, string>>;

const published = lines('published-results.csv');
const totals = lines('province-counts.csv');
const governments = parse<Line>(readFileSync(`${ROOT}seeds/reference/governments.csv`), { columns: true });

const NAMES: Readonly<Record<string, string>> = { '19': 'Kepulauan Bangka Belitung', '53': 'Nusa Tenggara Timur' };

/** The ranking of a province and year as the published results have it. */
export function aRanking(province: '19' | '53', year: number, overrides: Partial<Ranking> = {}): Ranking {
  const list = published.filter((line) => line.government_code?.startsWith(province));
  const years = [...new Set(list.map((line) => Number(line.year)))].toSorted((a, b) => b - a);
  const ofYear = list.filter((line) => Number(line.year) === year);
  const coverage = coverageOf(province, year, ofYear);
  const bands = bandsOf(year);
  const rows = ranked(
    ofYear.map((line) => rowOf(line, list)),
    coverage.complete,
  );
  const { method, rules } = instrumentOf(year);
  return Ranking.parse({
    province: { code: province, name: NAMES[province] },
    year,
    years,
    publication: {
      id: `${province}-${year}-1`,
      publicationKind: 'imported',
      hash: '5f'.repeat(32),
      publishedAt: '2026-11-22T01:00:00.000Z',
    },
    method,
    zoned: bands.every(({ zone }) => zone !== null),
    awardRule: rules.award,
    coverage,
    bands,
    counts: countsOf(rows, bands, coverage.complete),
    publishedCounts: totalsOf(province, year),
    comparison: comparisonOf(rows, year, years),
    rows,
    ...overrides,
  });
}

function lines(file: string): readonly Line[] {
  return parse<Line>(readFileSync(`${ROOT}seeds/reference/published/${file}`), { columns: true, bom: true });
}

function bandsOf(year: number): readonly BandView[] {
  const table = instrumentOf(year).rules.bands.find(({ kinds }) => kinds.includes('regency'));
  return (table?.bands ?? []).map(({ lower, ...band }) => ({ ...band, lower: (lower / 100).toFixed(2) }));
}

function zoneBy(score: string | null, year: number): Zone | null {
  if (score === null) return null;
  return bandsOf(year).find(({ lower }) => Number(score) >= Number(lower))?.zone ?? null;
}

function rowOf(line: Line, list: readonly Line[]): RankingRow {
  const year = Number(line.year);
  const band = line.category === '' ? null : line.category;
  const old = list
    .filter((other) => other.government_code === line.government_code && Number(other.year) < year)
    .toSorted((a, b) => Number(b.year) - Number(a.year))[0];
  const score = line.score === '' ? null : (line.score ?? null);
  return {
    government: { code: line.government_code, name: line.government_name, kind: line.kind },
    score,
    band: band ?? null,
    zone: line.zone === '' ? null : line.zone,
    opinion: bandsOf(year).find((view) => view.band === band)?.opinion ?? null,
    rank: null,
    rankRange: null,
    rankPublished: line.rank_province === '' ? null : Number(line.rank_province),
    nationalRank:
      line.rank_national === '' ? null : { rank: Number(line.rank_national), of: Number(line.rank_national_of) },
    award: line.award === '' ? null : line.award === 'yes',
    status: line.status,
    note: line.note === '' ? null : line.note,
    source: { title: line.source },
    previous: old === undefined ? null : previousOf(old, score, year),
  } as RankingRow;
}

function previousOf(old: Line, score: string | null, year: number): NonNullable<RankingRow['previous']> {
  const earlier = Number(old.year);
  return {
    year: earlier,
    score: old.score === '' ? null : (old.score ?? null),
    zone: (old.zone === '' ? null : old.zone) as Zone | null,
    comparable: instrumentOf(earlier).method.id === instrumentOf(year).method.id,
    zoneUnderOldBands: zoneBy(score, earlier),
  };
}

/** Ranks the scored rows; with unscored ones of a lower zone below them these ranks are certain, else a range. */
function ranked(rows: readonly RankingRow[], complete: boolean): readonly RankingRow[] {
  const places = rows.filter(({ government }) => government.kind !== 'province');
  const lowest: Readonly<Record<Zone, number>> = { green: 78, yellow: 54, red: 0 };
  return rows.map((row) => {
    if (!complete || row.score === null || row.zone === null || row.government.kind === 'province') return row;
    const score = Number(row.score);
    const above = places.filter((other) => other.score !== null && Number(other.score) > score).length;
    const unscored = places.filter((other) => other.score === null && other.zone !== null);
    const better = unscored.filter((other) => other.zone !== null && lowest[other.zone] > score).length;
    const open = unscored.filter((other) => other.zone === row.zone).length;
    const best = above + better + 1;
    return open === 0 ? { ...row, rank: best } : { ...row, rankRange: [best, best + open] as [number, number] };
  });
}

function coverageOf(province: string, year: number, rows: readonly Line[]): Ranking['coverage'] {
  const total = totals
    .filter((line) => line.province_code === province && Number(line.year) === year)
    .toSorted((a, b) => Number(b.assessed) - Number(a.assessed))[0];
  const expected = total === undefined ? null : Number(total.assessed);
  const known = new Set(rows.map((line) => line.government_code));
  const withProvince = total?.scope?.includes('provincial') === true;
  const complete = expected === known.size;
  return {
    scope: withProvince ? 'regencies-cities-and-province' : 'regencies-and-cities',
    known: known.size,
    expected,
    complete,
    source: total?.source ?? null,
    missing: complete
      ? []
      : governments
          .filter((line) => line.province_code === province && line.kind !== 'province' && !known.has(line.code))
          .map(({ name }) => name ?? ''),
  };
}

function countsOf(rows: readonly RankingRow[], bands: readonly BandView[], complete: boolean): Ranking['counts'] {
  const of = (zone: Zone): { count: number; percent: string | null } => {
    const count = rows.filter((row) => row.zone === zone).length;
    return { count, percent: complete ? percent(count, rows.length) : null };
  };
  const byBand = bands.map(({ band }) => [band, rows.filter((row) => row.band === band).length] as const);
  return {
    assessed: rows.length,
    green: of('green'),
    yellow: of('yellow'),
    red: of('red'),
    byBand: Object.fromEntries(byBand),
  };
}

function percent(count: number, total: number): string {
  return (Math.floor((count * 20_000 + total) / (2 * total)) / 100).toFixed(2);
}

function totalsOf(province: string, year: number): Ranking['publishedCounts'] {
  return totals
    .filter((line) => line.province_code === province && Number(line.year) === year)
    .map((line) => ({
      scope: line.scope?.includes('provincial') === true ? 'regencies-cities-and-province' : 'regencies-and-cities',
      assessed: Number(line.assessed),
      green: Number(line.green),
      yellow: Number(line.yellow),
      red: Number(line.red),
      source: line.source ?? '',
    }));
}

function comparisonOf(rows: readonly RankingRow[], year: number, years: readonly number[]): Ranking['comparison'] {
  const earlier = years.find((other) => other < year);
  if (earlier === undefined) return null;
  const count = (zone: Zone): number => rows.filter(({ score }) => zoneBy(score, earlier) === zone).length;
  const changed = rows.filter(
    ({ zone, previous }) => zone !== null && previous?.zone != null && previous.zone !== zone,
  );
  const { method } = instrumentOf(earlier);
  return {
    year: earlier,
    sameBands: JSON.stringify(bandsOf(earlier)) === JSON.stringify(bandsOf(year)),
    sameMethod: method.id === instrumentOf(year).method.id,
    methodName: method.name,
    counts: {
      green: count('green'),
      yellow: count('yellow'),
      red: count('red'),
      unknown: rows.filter(({ score }) => score === null).length,
    },
    zoneChanges: changed.length,
    explainedByBands: changed.filter(({ previous }) => previous?.zoneUnderOldBands === previous?.zone).length,
    undecidable: changed.filter(({ score }) => score === null).length,
  };
}
