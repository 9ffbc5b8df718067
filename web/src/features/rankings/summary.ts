import type { Ranking, RankingRow } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';

import { governmentName } from '../../text/id/places.ts';
import { oddPercentSum } from '../../ui/percent-sum.ts';
import { pointsText } from '../../ui/points.ts';

/** What the page says above and around the table, worked out from the ranking; no figure is computed that is not in it. */

export interface ZoneShare {
  readonly zone: Zone;
  readonly count: number;
  /** `"54.55"`; null while the list is incomplete. */
  readonly percent: string | null;
}

/** Green, yellow, red with their counts, also where a count is 0. */
export function zoneShares({ counts }: Pick<Ranking, 'counts'>): readonly ZoneShare[] {
  return [
    { zone: 'green', ...counts.green },
    { zone: 'yellow', ...counts.yellow },
    { zone: 'red', ...counts.red },
  ];
}

/** The sum of the rounded percentages as readers write it, "100,01", where it is not 100,00; else null. */
export function roundedSum({ counts }: Pick<Ranking, 'counts'>): string | null {
  const sum = oddPercentSum(counts);
  return sum === null ? null : pointsText(sum);
}

/** The provincial government's own row; null where its result is not recorded. */
export function provinceRow({ rows }: Pick<Ranking, 'rows'>): RankingRow | null {
  return rows.find(({ government }) => government.kind === 'province') ?? null;
}

/** Titles of all sources in the order of the rows; a row's footnote is the position in this list, from 1. */
export function sourceTitles(rows: readonly RankingRow[]): readonly string[] {
  return [...new Set(rows.map(({ source }) => source.title))];
}

/** Whose zone would differ by the bands of their own earlier known year. */
export function movedByBands(rows: readonly RankingRow[]): readonly MovedByBands[] {
  return rows.flatMap(({ government, zone, previous }) => {
    const old = previous?.zoneUnderOldBands ?? null;
    if (zone === null || previous === null || old === null || old === zone) return [];
    return [{ name: governmentName(government), zone, zoneUnderOldBands: old, year: previous.year }];
  });
}

export interface MovedByBands {
  readonly name: string;
  readonly zone: Zone;
  readonly zoneUnderOldBands: Zone;
  /** The year whose bands were applied. */
  readonly year: number;
}

/** The years that governments of the list are compared with, oldest first; the newest earlier list is one of them. */
export function yearsCompared(rows: readonly RankingRow[], newest: number): readonly number[] {
  const years = rows.flatMap((row) => (row.previous === null ? [] : [row.previous.year]));
  return [...new Set([...years, newest])].toSorted((a, b) => a - b);
}

/** Those of the same method whose indicators differ. */
export function yearsWithOtherIndicators(rows: readonly RankingRow[]): readonly number[] {
  const years = rows.flatMap(({ previous }) =>
    previous !== null && previous.comparable && !previous.sameInstrument ? [previous.year] : [],
  );
  return [...new Set(years)].toSorted((a, b) => a - b);
}
