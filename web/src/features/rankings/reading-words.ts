import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';

import {
  exampleReport,
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

/** Best first. Not the list of the domain, which would bring its validation to the browser. */
const BEST_FIRST = ['green', 'yellow', 'red'] as const satisfies readonly Zone[];

interface Searched {
  readonly rows: readonly RankingRow[];
  readonly bands: readonly BandView[];
}

/** Searches that find something in this list: a short name, its best and worst zone, its best category. */
export function searchExamples({ rows, bands }: Searched): readonly string[] {
  const listed = rows.filter(({ government }) => government.kind !== 'province');
  const names = listed.map(({ government }) => government.name.replace(/^(Kabupaten|Kota) /, ''));
  const zones = BEST_FIRST.filter((zone) => listed.some((row) => row.zone === zone));
  const best = bands.find(({ band }) => listed.some((row) => row.band === band));
  return [
    ...names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 1),
    ...zones.slice(0, 1).map(understoodZone),
    ...zones.slice(1).slice(-1).map(exampleReport),
    ...(best === undefined ? [] : [best.opinion.toLowerCase()]),
  ];
}
