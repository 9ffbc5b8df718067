import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';

import {
  exampleZones,
  understoodAward,
  understoodBand,
  understoodInferred,
  understoodZone,
} from '../../text/id/rankings-table.ts';
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

interface Searched {
  readonly rows: readonly RankingRow[];
  readonly bands: readonly BandView[];
  readonly zoned: boolean;
}

/** Searches that make sense in this list: a short name of it, colours where the year has them, its highest category. */
export function searchExamples({ rows, bands, zoned }: Searched): readonly string[] {
  const names = rows.map(({ government }) => government.name.replace(/^(Kabupaten|Kota|Provinsi) /, ''));
  const [shortest] = names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const [highest] = bands;
  return [
    ...(shortest === undefined ? [] : [shortest]),
    ...(zoned ? exampleZones : []),
    ...(highest === undefined ? [] : [highest.opinion.toLowerCase()]),
  ];
}
