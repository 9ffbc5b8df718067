import type { GovernmentKind } from '@patuh/shared/domain/government';
import { type Government, GovernmentCode, Year } from '@patuh/shared/domain/government';
import type { SourceRow } from '@patuh/shared/publication/derive';

import { instrumentOf, type Reference } from '@patuh/server/platform/catalogue/reference';
import { type CellReader, HIGHEST_RANK, KIND_WORDS, readCells, YES_NO_WORDS } from './cell.ts';
import type { CsvRecord, Fault } from './csv-file.ts';
import { judge } from './judge.ts';

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

const STATUS_WORDS: Readonly<Record<string, 'published' | 'inferred'>> = {
  published: 'published',
  terbit: 'published',
  inferred: 'inferred',
  disimpulkan: 'inferred',
};
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
  const year = cells.whole('year', 0, 9999);
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
  const rank = cells.whole('rank_national', 1, HIGHEST_RANK);
  const of = cells.whole('rank_national_of', 1, HIGHEST_RANK);
  if (rank === null && of !== null)
    cells.fault('rank_national', 'Jumlah peserta peringkat nasional diisi tanpa peringkatnya.');
  if (rank !== null && of !== null && rank > of) {
    cells.fault('rank_national', `Peringkat nasional ${rank} lebih besar daripada jumlah pesertanya, ${of}.`);
  }
  const rankPublished = cells.whole('rank_province', 1, HIGHEST_RANK);
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
