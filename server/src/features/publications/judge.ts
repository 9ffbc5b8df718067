import type { GovernmentKind } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { formatPoints, type Hundredths, parsePoints } from '@patuh/shared/domain/points';
import type { Zone } from '@patuh/shared/domain/zone';
import { bandsFor, certainExtent, publishedRules } from '@patuh/shared/publication/bands';
import type { SourceRow } from '@patuh/shared/publication/derive';
import type { PublishedBand } from '@patuh/shared/publication/payload';

import { type CellReader, comma, ZONE_NAMES, ZONE_WORDS } from './cell.ts';

/** What a line says about one result, and the bands of the year it says it by. */
interface Claim {
  readonly year: number;
  readonly bands: readonly PublishedBand[];
  readonly score: Hundredths | null;
  /** The band that follows from the score. */
  readonly byScore: PublishedBand | undefined;
  /** The band that the line names. */
  readonly named: PublishedBand | undefined;
  readonly zone: Zone | null;
}

/** Score, category and zone must say the same by the bands of the year; a contradiction names both sides. */
export function judge(
  cells: CellReader,
  kind: GovernmentKind,
  instrument: Instrument,
  year: number,
): Pick<SourceRow, 'score' | 'band' | 'zone'> {
  if (['score', 'category', 'zone'].every((column) => cells.text(column) === null)) {
    cells.fault('score', 'Baris ini tidak memuat nilai, kategori, maupun zona.');
  }
  const bands = bandsFor(publishedRules(instrument).bands, kind);
  const score = cells.score('score');
  const byScore = score === null ? undefined : bands.find((band) => score >= parsePoints(band.lower));
  const named = readCategory(cells, bands, year);
  const zone = cells.word('zone', ZONE_WORDS);
  const claim = { year, bands, score, byScore, named, zone };
  checkCategory(cells, claim);
  checkZone(cells, claim);
  return { score: score === null ? null : formatPoints(score), band: named?.band ?? null, zone };
}

function readCategory(cells: CellReader, bands: readonly PublishedBand[], year: number): PublishedBand | undefined {
  const category = cells.text('category');
  if (category === null) return undefined;
  const named = bands.find((band) => band.band.toLowerCase() === category.toLowerCase());
  if (named === undefined) {
    const known = bands.map(({ band }) => band).join(', ');
    cells.fault('category', `Kategori “${category}” tidak ada pada tahun ${year}. Yang ada: ${known}.`);
  }
  return named;
}

function checkCategory(cells: CellReader, { year, bands, score, byScore, named }: Claim): void {
  if (score === null || byScore === undefined || named === undefined) return;
  // Beside a bound that was never published the printed category knows better than our assumption.
  const { lowest, highest } = certainExtent(bands, named);
  if (lowest <= score && score <= highest) return;
  const message = `Kategori ${named.band} bertentangan dengan nilai ${comma(formatPoints(score))}: menurut batas ${year}, nilai itu berkategori ${byScore.band}.`;
  cells.fault('category', message);
}

function checkZone(cells: CellReader, { year, bands, score, byScore, named, zone }: Claim): void {
  if (zone === null) return;
  const said = `Zona ${ZONE_NAMES[zone]} bertentangan dengan`;
  if (bands.every((band) => band.zone === null)) {
    cells.fault('zone', `Tahun ${year} tidak memakai zona, tetapi baris ini menyebut zona ${ZONE_NAMES[zone]}.`);
  } else if (score !== null && byScore !== undefined && byScore.zone !== null && byScore.zone !== zone) {
    const follows = ZONE_NAMES[byScore.zone];
    cells.fault(
      'zone',
      `${said} nilai ${comma(formatPoints(score))}: menurut ambang ${year}, nilai itu zona ${follows}.`,
    );
  } else if (named !== undefined && named.zone !== null && named.zone !== zone) {
    cells.fault('zone', `${said} kategori ${named.band}, yang zonanya ${ZONE_NAMES[named.zone]}.`);
  }
}
