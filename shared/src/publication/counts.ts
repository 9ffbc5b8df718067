import { formatPoints } from '../domain/points.ts';
import { type Zone, ZONES } from '../domain/zone.ts';
import { roundShare } from '../scoring/rounding.ts';
import type { NationalCount, PublishedRow, RowCounts } from './payload.ts';

/** Governments per zone. */
export type ZoneCounts = Readonly<Record<Zone, number>>;

/**
 * A count's own share of all assessed in per cent, half up to two decimals: 12 of 22 → `"54.55"`. Null where there is no
 * such share: of none, or more than all.
 */
export function percentOf(count: number, assessed: number): string | null {
  return assessed === 0 || count > assessed ? null : formatPoints(roundShare(count, assessed));
}

/** Counts of a list's rows; percentages only of a complete list whose every row has a zone. */
export function rowCounts(
  rows: readonly Pick<PublishedRow, 'band' | 'zone'>[],
  bandNames: readonly string[],
  complete: boolean,
): RowCounts {
  const inZone = (zone: Zone) => rows.filter((row) => row.zone === zone).length;
  const withPercent = complete && rows.every((row) => row.zone !== null);
  const entry = (zone: Zone) => ({
    count: inZone(zone),
    percent: withPercent ? percentOf(inZone(zone), rows.length) : null,
  });
  return {
    assessed: rows.length,
    green: entry('green'),
    yellow: entry('yellow'),
    red: entry('red'),
    byBand: Object.fromEntries(bandNames.map((band) => [band, rows.filter((row) => row.band === band).length])),
  };
}

/** Published counts with each one's percentage of their own total. */
export function withPercentages(assessed: number, zones: ZoneCounts): Omit<NationalCount, 'kind'> {
  const entry = (zone: Zone) => ({ count: zones[zone], percent: percentOf(zones[zone], assessed) });
  return { assessed, green: entry('green'), yellow: entry('yellow'), red: entry('red') };
}

/** The sum over kinds of government. */
export function sumOfKinds(kinds: readonly NationalCount[]): Omit<NationalCount, 'kind'> {
  const zones = { green: 0, yellow: 0, red: 0 };
  let assessed = 0;
  for (const kind of kinds) {
    assessed += kind.assessed;
    for (const zone of ZONES) zones[zone] += kind[zone].count;
  }
  return withPercentages(assessed, zones);
}
