import type { Band, BandTable, Instrument } from '../domain/instrument.ts';
import type { GovernmentKind } from '../domain/government.ts';
import { type Hundredths, hundredths } from '../domain/points.ts';
import type { Zone } from '../domain/zone.ts';

/** The rules of a year: pass the instrument of the year by which a score is to be judged, which may be another one. */
export interface BandRules {
  readonly rules: Pick<Instrument['rules'], 'bands'>;
}

/** Lowest and highest score a band or zone allows. */
export interface Extent {
  readonly lowest: Hundredths;
  readonly highest: Hundredths;
}

/** The bands of a kind of government in that year, highest first; undefined where the year has none for the kind. */
export function bandTableFor({ rules }: BandRules, kind: GovernmentKind): BandTable | undefined {
  return rules.bands.find(({ kinds }) => kinds.includes(kind));
}

/**
 * Band, opinion and zone of a score. The score is in hundredths, so it is rounded already; the comparison is `>=`.
 * Undefined where the year has no bands for the kind.
 */
export function bandOf(rules: BandRules, kind: GovernmentKind, score: Hundredths): Band | undefined {
  return bandTableFor(rules, kind)?.bands.find(({ lower }) => score >= lower);
}

/** The scores a named band allows; undefined where the kind has no such band that year. */
export function bandExtent(rules: BandRules, kind: GovernmentKind, band: string): Extent | undefined {
  return extentOf(bandTableFor(rules, kind), (entry) => entry.band === band);
}

/** The scores a zone allows, over all its bands; undefined where the year has no such zone for the kind. */
export function zoneExtent(rules: BandRules, kind: GovernmentKind, zone: Zone): Extent | undefined {
  return extentOf(bandTableFor(rules, kind), (entry) => entry.zone === zone);
}

function extentOf(table: BandTable | undefined, belongs: (band: Band) => boolean): Extent | undefined {
  const bands = table?.bands ?? [];
  const first = bands.findIndex(belongs);
  const last = bands.findLast(belongs);
  if (last === undefined) return undefined;
  const above = bands[first - 1];
  return { lowest: last.lower, highest: hundredths(above === undefined ? 10_000 : above.lower - 1) };
}
