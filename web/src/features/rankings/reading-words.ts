import type { BandView } from '@patuh/shared/contracts/rankings';

import { understoodAward, understoodBand, understoodInferred, understoodZone } from '../../text/id/rankings-table.ts';
import type { SearchReading } from './search.ts';

/** The reading of a search in words, so that nobody wonders what "predikat kurang" found; names need no explanation. */
export function readingWords(reading: SearchReading, bands: readonly BandView[]): readonly string[] {
  return [
    ...reading.zones.map(understoodZone),
    ...bands
      .filter(({ band }) => reading.bands.includes(band))
      .map(({ band, opinion }) => understoodBand(band, opinion)),
    ...(reading.award ? [understoodAward] : []),
    ...(reading.inferred ? [understoodInferred] : []),
  ];
}
