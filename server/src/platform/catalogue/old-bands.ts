import { parsePoints } from '@patuh/shared/domain/points';
import { type Zone, ZONES } from '@patuh/shared/domain/zone';
import { certainExtent } from '@patuh/shared/publication/bands';
import type { PublishedBand, PublishedRow } from '@patuh/shared/publication/payload';

/** What a result would have been by the bands of another year: thresholds move, and colours with them. */

/** Zone of a score (hundredths) by a list of bands; null where the bands have no zones. */
export function zoneBy(bands: readonly PublishedBand[], score: number): Zone | null {
  return bands.find((band) => score >= parsePoints(band.lower))?.zone ?? null;
}

/** The scores a row may have, in hundredths: one if it is known, else all that its band or zone allows for certain. */
export function possibleScores(row: PublishedRow, bands: readonly PublishedBand[]): readonly [number, number] {
  if (row.score !== null) return [parsePoints(row.score), parsePoints(row.score)];
  const { lowest, highest } = certainExtent(bands, row);
  return [lowest, highest];
}

/** Every zone the row could have had by other bands: one where that is certain, none where those bands have no zones. */
export function possibleZones(
  row: PublishedRow,
  ownBands: readonly PublishedBand[],
  otherBands: readonly PublishedBand[],
): readonly Zone[] {
  const [lowest, highest] = possibleScores(row, ownBands);
  const edges = otherBands.map((band) => parsePoints(band.lower)).filter((edge) => edge > lowest && edge <= highest);
  const zones = new Set([lowest, ...edges].map((score) => zoneBy(otherBands, score)));
  return ZONES.filter((zone) => zones.has(zone));
}

/** Whether two band lists put every score into the same band and zone. */
export function sameBands(a: readonly PublishedBand[], b: readonly PublishedBand[]): boolean {
  return (
    a.length === b.length && a.every((band, index) => band.lower === b[index]?.lower && band.zone === b[index].zone)
  );
}
