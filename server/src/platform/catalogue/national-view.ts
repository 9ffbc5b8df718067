import type { NationalCounts } from '@patuh/shared/contracts/national';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { BandView } from '@patuh/shared/contracts/rankings';
import { formatPoints } from '@patuh/shared/domain/points';
import type { PublicationFile } from '@patuh/shared/publication/payload';

import { methodOf, summaryOf } from './ranking-view.ts';
import { instrumentOf, type Reference } from './reference.ts';

/** National counts of each year as the public reads them; publications of other kinds are passed over. */
export function nationalViews(
  files: readonly PublicationFile[],
  reference: Reference,
): ReadonlyMap<number, NationalCounts> {
  const views = files.flatMap((file) => nationalView(file, reference) ?? []);
  const years = views.map((view) => view.year).toSorted((a, b) => b - a);
  return new Map(views.map((view) => [view.year, { ...view, years }]));
}

function nationalView(file: PublicationFile, reference: Reference): Omit<NationalCounts, 'years'> | undefined {
  const { payload } = file;
  if (payload.publicationKind !== 'imported-counts' || payload.scope.kind !== 'national') return undefined;
  const instrument = instrumentOf(reference, payload.year)?.instrument;
  if (instrument === undefined) return undefined;
  return {
    year: payload.year,
    publication: summaryOf(file),
    method: methodOf(instrument),
    bands: bandViews(instrument),
    source: payload.source,
    kinds: payload.kinds,
    total: payload.total,
  };
}

function bandViews(instrument: Instrument): BandView[] {
  return (instrument.rules.bands[0]?.bands ?? []).map((band) => ({ ...band, lower: formatPoints(band.lower) }));
}
