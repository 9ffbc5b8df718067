import type { GovernmentKind } from '../domain/government.ts';
import { formatPoints, hundredths, parsePoints } from '../domain/points.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { BandRules, Extent } from '../scoring/zones.ts';
import type { ImportedPayload, PublishedBand, PublishedBandTable, PublishedRow } from './payload.ts';

/** The rules a publication carries with it: those of the instrument that its figures follow from. */
export type PublishedRules = ImportedPayload['rules'];

export function publishedRules({ rules }: Instrument): PublishedRules {
  return {
    bands: rules.bands.map(({ kinds, bands }) => ({
      kinds: [...kinds],
      bands: bands.map((band) => ({ ...band, lower: formatPoints(band.lower) })),
    })),
    unitWeight: rules.rollUp.unitWeight,
  };
}

/** The same bands in the form that scoring judges by. */
export function scoringRules({ bands }: PublishedRules): BandRules {
  return {
    rules: {
      bands: bands.map((table) => ({
        kinds: table.kinds,
        bands: table.bands.map((band) => ({ ...band, lower: parsePoints(band.lower) })),
      })),
    },
  };
}

/** The bands for a kind of government, highest first; empty where the year has none for it. */
export function bandsFor(tables: readonly PublishedBandTable[], kind: GovernmentKind): readonly PublishedBand[] {
  return tables.find((table) => table.kinds.includes(kind))?.bands ?? [];
}

/** What the Ombudsman calls a band; null where the band is not known or not one of the year's. */
export function opinionOf(
  tables: readonly PublishedBandTable[],
  kind: GovernmentKind,
  band: string | null,
): string | null {
  return bandsFor(tables, kind).find((entry) => entry.band === band)?.opinion ?? null;
}

/**
 * The scores that a government without a known score can have had. A bound that was not published makes nothing certain:
 * the extent is widened to the next official one (2022's D reaches from 0.00 to 53.99, because the 32.00 under it is an
 * assumption).
 */
export function certainExtent(
  bands: readonly PublishedBand[],
  { band, zone }: Pick<PublishedRow, 'band' | 'zone'>,
): Extent {
  const allowed = (entry: PublishedBand) =>
    band === null ? zone !== null && entry.zone === zone : entry.band === band;
  const first = bands.findIndex(allowed);
  if (first === -1) return { lowest: hundredths(0), highest: hundredths(10_000) };
  const bottom = bands.slice(bands.findLastIndex(allowed)).find((entry) => entry.official);
  const above = bands.slice(0, first).findLast((entry) => entry.official);
  return {
    lowest: bottom === undefined ? hundredths(0) : parsePoints(bottom.lower),
    highest: hundredths(above === undefined ? 10_000 : parsePoints(above.lower) - 1),
  };
}
