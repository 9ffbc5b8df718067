import type { GovernmentKind } from '@patuh/shared/domain/government';
import { type Government, GovernmentCode, Year } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { formatPoints, type Hundredths, parsePoints } from '@patuh/shared/domain/points';
import type { Zone } from '@patuh/shared/domain/zone';
import { bandsFor, certainExtent, publishedRules } from '@patuh/shared/publication/bands';
import type { SourceRow } from '@patuh/shared/publication/derive';
import type { PublishedBand } from '@patuh/shared/publication/payload';

import { instrumentOf, type Reference } from '@patuh/server/platform/catalogue/reference';
import { type CellReader, readCells, YES_NO_WORDS, ZONE_WORDS } from './cell.ts';
import type { CsvRecord, Fault } from './csv-file.ts';

/** Columns of a file of published results, one line per government and year. */
export const PUBLISHED_COLUMNS = [
  'government_code',
  'government_name',
  'kind',
  'year',
  'score',
  'category',
  'zone',
  'rank_province',
  'rank_national',
  'rank_national_of',
  'status',
  'award',
  'note',
  'source',
] as const;

const KIND_WORDS: Readonly<Record<string, GovernmentKind>> = {
  province: 'province',
  provinsi: 'province',
  city: 'city',
  kota: 'city',
  regency: 'regency',
  kabupaten: 'regency',
};
const STATUS_WORDS: Readonly<Record<string, 'published' | 'inferred'>> = {
  published: 'published',
  terbit: 'published',
  inferred: 'inferred',
  disimpulkan: 'inferred',
};
const ZONE_NAMES: Readonly<Record<Zone, string>> = { green: 'hijau', yellow: 'kuning', red: 'merah' };

/** An accepted line: what was published about one government in one year. */
export interface PublishedLine {
  readonly line: number;
  readonly year: number;
  readonly row: SourceRow;
}

export interface CheckedLines {
  readonly lines: readonly PublishedLine[];
  readonly faults: readonly Fault[];
}

/** Checks every line against the regions and the instrument of its year; names all faults, not only the first. */
export function checkPublishedLines(records: readonly CsvRecord[], reference: Reference): CheckedLines {
  const lines: PublishedLine[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const cells = readCells(record);
    const line = readLine(record.line, cells, reference);
    if (line !== undefined) refuseRepeated(line, seen, cells);
    faults.push(...cells.faults);
    if (line !== undefined && cells.faults.length === 0) lines.push(line);
  }
  return { lines, faults };
}

function refuseRepeated({ line, year, row }: PublishedLine, seen: Map<string, number>, cells: CellReader): void {
  const key = `${row.government.code} ${year}`;
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line);
  else cells.fault('government_code', `${row.government.name} tahun ${year} sudah ada di baris ${before}.`);
}

function readLine(line: number, cells: CellReader, reference: Reference): PublishedLine | undefined {
  const government = readGovernment(cells, reference);
  const year = readYear(cells);
  const instrument = year === null ? undefined : instrumentOf(reference, year)?.instrument;
  if (year !== null && instrument === undefined) {
    cells.fault('year', `Belum ada instrumen untuk tahun ${year}, jadi kategori dan zonanya tidak dapat diperiksa.`);
  }
  const facts = readFacts(cells, government?.kind);
  if (government === undefined || year === null || instrument === undefined) return undefined;
  const judged = judge(cells, government.kind, instrument, year);
  return { line, year, row: { government, ...judged, ...facts, units: null } };
}

function readGovernment(cells: CellReader, reference: Reference): Government | undefined {
  const code = cells.text('government_code');
  const kind = cells.word('kind', KIND_WORDS);
  const parsed = GovernmentCode.safeParse(code);
  if (!parsed.success) {
    const message = `Kode “${code ?? ''}” bukan kode Kemendagri. Tulis seperti 53 (provinsi) atau 53.14 (kabupaten/kota).`;
    cells.fault('government_code', message);
    return undefined;
  }
  const known = reference.governments.get(parsed.data);
  if (known === undefined) {
    cells.fault('government_code', `Tidak ada pemerintah daerah dengan kode ${parsed.data}.`);
    return undefined;
  }
  const name = cells.text('government_name');
  if (name !== null && !isNameOf(name, known.name)) {
    cells.fault('government_name', `Kode ${known.code} adalah ${known.name}, tetapi baris ini menyebut “${name}”.`);
  }
  if (kind === null) cells.fault('kind', 'Jenis pemerintah daerah belum diisi.');
  else if (kind !== known.kind) cells.fault('kind', `${known.name} berjenis ${known.kind}, bukan ${kind}.`);
  return { code: known.code, name: known.name, kind: known.kind };
}

/** “Ngada” will do, since the kind has a column of its own; “Kota Kupang” is not a name of Kabupaten Kupang. */
function isNameOf(name: string, known: string): boolean {
  const plain = plainName(known);
  return [plain, plain.replace(/^(?:kabupaten|kota|provinsi)/, '')].includes(plainName(name));
}

/** “Kab. Ngada” and “Kabupaten Ngada” are one spelling. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^kab(?:\.|\s)\s*/, 'kabupaten ')
    .replace(/^prov(?:\.|\s)\s*/, 'provinsi ')
    .replaceAll(/[^a-z]+/g, '');
}

function readYear(cells: CellReader): number | null {
  const year = cells.whole('year', 0);
  if (year === null) {
    if (cells.text('year') === null) cells.fault('year', 'Tahun belum diisi.');
    return null;
  }
  if (Year.safeParse(year).success) return year;
  cells.fault('year', `Tahun ${year} di luar rentang penilaian.`);
  return null;
}

type Facts = Pick<SourceRow, 'status' | 'rankPublished' | 'nationalRank' | 'award' | 'note' | 'source'>;

function readFacts(cells: CellReader, kind: GovernmentKind | undefined): Facts {
  const source = cells.text('source');
  if (source === null) cells.fault('source', 'Sumber belum diisi. Sebutkan dari mana angka ini berasal.');
  const rank = cells.whole('rank_national', 1);
  const of = cells.whole('rank_national_of', 1);
  if (rank === null && of !== null)
    cells.fault('rank_national', 'Jumlah peserta peringkat nasional diisi tanpa peringkatnya.');
  if (rank !== null && of !== null && rank > of) {
    cells.fault('rank_national', `Peringkat nasional ${rank} lebih besar daripada jumlah pesertanya, ${of}.`);
  }
  const rankPublished = cells.whole('rank_province', 1);
  if (rankPublished !== null && kind === 'province') {
    cells.fault('rank_province', 'Pemerintah provinsi tidak diperingkat di dalam provinsinya sendiri.');
  }
  return {
    status: cells.word('status', STATUS_WORDS) ?? 'published',
    rankPublished,
    nationalRank: rank === null ? null : { rank, of },
    award: cells.word('award', YES_NO_WORDS),
    note: cells.text('note'),
    source: source ?? '',
  };
}

type Judged = Pick<SourceRow, 'score' | 'band' | 'zone'>;

/** Score, category and zone must say the same by the bands of the year; a contradiction names both sides. */
function judge(cells: CellReader, kind: GovernmentKind, instrument: Instrument, year: number): Judged {
  const score = cells.score('score');
  const category = cells.text('category');
  const zone = cells.word('zone', ZONE_WORDS);
  const bands = bandsFor(publishedRules(instrument).bands, kind);
  if (
    score === null &&
    category === null &&
    zone === null &&
    cells.text('score') === null &&
    cells.text('zone') === null
  ) {
    cells.fault('score', 'Baris ini tidak memuat nilai, kategori, maupun zona.');
  }
  const named = bands.find((band) => band.band.toLowerCase() === category?.toLowerCase());
  if (category !== null && named === undefined) {
    cells.fault(
      'category',
      `Kategori “${category}” tidak ada pada tahun ${year}. Yang ada: ${bands.map(({ band }) => band).join(', ')}.`,
    );
  }
  const byScore = score === null ? undefined : bands.find((band) => score >= parsePoints(band.lower));
  checkCategory(cells, score, byScore, named, bands, year);
  checkZone(cells, zone, score, byScore, named, bands, year);
  return { score: score === null ? null : formatPoints(score), band: named?.band ?? null, zone };
}

function checkCategory(
  cells: CellReader,
  score: Hundredths | null,
  byScore: PublishedBand | undefined,
  named: PublishedBand | undefined,
  bands: readonly PublishedBand[],
  year: number,
): void {
  if (score === null || byScore === undefined || named === undefined) return;
  // Beside a bound that was never published the printed category knows better than our assumption.
  const { lowest, highest } = certainExtent(bands, named);
  if (lowest <= score && score <= highest) return;
  const message = `Kategori ${named.band} bertentangan dengan nilai ${comma(score)}: menurut batas ${year}, nilai itu berkategori ${byScore.band}.`;
  cells.fault('category', message);
}

function checkZone(
  cells: CellReader,
  zone: Zone | null,
  score: Hundredths | null,
  byScore: PublishedBand | undefined,
  named: PublishedBand | undefined,
  bands: readonly PublishedBand[],
  year: number,
): void {
  if (zone === null) return;
  if (bands.every((band) => band.zone === null)) {
    return cells.fault('zone', `Tahun ${year} tidak memakai zona, tetapi baris ini menyebut zona ${ZONE_NAMES[zone]}.`);
  }
  if (byScore !== undefined && score !== null && byScore.zone !== null && byScore.zone !== zone) {
    const expected = ZONE_NAMES[byScore.zone];
    const message = `Zona ${ZONE_NAMES[zone]} bertentangan dengan nilai ${comma(score)}: menurut ambang ${year}, nilai itu zona ${expected}.`;
    return cells.fault('zone', message);
  }
  if (named !== undefined && named.zone !== null && named.zone !== zone) {
    cells.fault(
      'zone',
      `Zona ${ZONE_NAMES[zone]} bertentangan dengan kategori ${named.band}, yang zonanya ${ZONE_NAMES[named.zone]}.`,
    );
  }
}

function comma(score: Hundredths): string {
  return formatPoints(score).replace('.', ',');
}
