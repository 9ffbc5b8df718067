import { FIRST_YEAR, type GovernmentKind, LAST_YEAR, ProvinceCode } from '@patuh/shared/domain/government';
import type { ListScope, PublishedCounts } from '@patuh/shared/publication/payload';

import type { Reference } from '@patuh/server/platform/catalogue/reference';
import { type CellReader, HIGHEST_COUNT, KIND_WORDS, readCells } from './cell.ts';
import type { CsvRecord, Fault } from './csv-file.ts';

/** Columns of published totals of a province. */
export const PROVINCE_COUNT_COLUMNS = [
  'province_code',
  'year',
  'scope',
  'assessed',
  'green',
  'yellow',
  'red',
  'source',
] as const;

/** Columns of published totals of the nation, one line per kind of government. */
export const NATIONAL_COUNT_COLUMNS = ['year', 'kind', 'assessed', 'green', 'yellow', 'red'] as const;

const SCOPE_WORDS: Readonly<Record<string, ListScope>> = {
  'regencies and cities': 'regencies-and-cities',
  'kabupaten dan kota': 'regencies-and-cities',
  'regencies and cities and the provincial government': 'regencies-cities-and-province',
  'kabupaten, kota, dan pemerintah provinsi': 'regencies-cities-and-province',
};
interface ZoneCounts {
  readonly assessed: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
}

export interface ProvinceCountLine extends PublishedCounts {
  readonly line: number;
  readonly province: ProvinceCode;
  readonly year: number;
}

export interface NationalCountLine extends ZoneCounts {
  readonly year: number;
  readonly kind: GovernmentKind;
}

/** Published totals per province, year and scope. */
export function checkProvinceCounts(
  records: readonly CsvRecord[],
  reference: Reference,
): { readonly lines: readonly ProvinceCountLine[]; readonly faults: readonly Fault[] } {
  const seen = new Map<string, number>();
  return collect(records, (cells, line) => {
    const code = ProvinceCode.safeParse(cells.text('province_code'));
    const known = code.success && reference.provinces.has(code.data);
    if (!known) cells.fault('province_code', `Tidak ada provinsi dengan kode “${cells.text('province_code') ?? ''}”.`);
    const year = cells.whole('year', FIRST_YEAR, LAST_YEAR);
    const scope = cells.word('scope', SCOPE_WORDS);
    const source = cells.text('source');
    const counts = readCounts(cells);
    if (source === null) cells.fault('source', 'Sumber belum diisi.');
    if (!code.success || year === null || scope === null || counts === undefined || source === null) return undefined;
    const key = `${code.data} ${year} ${scope}`;
    const before = seen.get(key);
    if (before !== undefined) cells.fault('scope', `Provinsi, tahun, dan cakupan ini sudah ada di baris ${before}.`);
    seen.set(key, before ?? line);
    return { line, province: code.data, year, scope, ...counts, source };
  });
}

/** Published national totals per year and kind. */
export function checkNationalCounts(records: readonly CsvRecord[]): {
  readonly lines: readonly NationalCountLine[];
  readonly faults: readonly Fault[];
} {
  const seen = new Set<string>();
  return collect(records, (cells) => {
    const year = cells.whole('year', FIRST_YEAR, LAST_YEAR);
    const kind = cells.word('kind', KIND_WORDS);
    const counts = readCounts(cells);
    if (year === null || kind === null || counts === undefined) return undefined;
    const key = `${year} ${kind}`;
    if (seen.has(key)) cells.fault('kind', `Jenis ini sudah ada untuk tahun ${year}.`);
    seen.add(key);
    return { year, kind, ...counts };
  });
}

/** The three zones must add up to the total: a published table in which they do not is not taken over. */
function readCounts(cells: CellReader): ZoneCounts | undefined {
  const [assessed, green, yellow, red] = [
    cells.whole('assessed', 1, HIGHEST_COUNT),
    cells.whole('green', 0, HIGHEST_COUNT),
    cells.whole('yellow', 0, HIGHEST_COUNT),
    cells.whole('red', 0, HIGHEST_COUNT),
  ];
  for (const column of ['assessed', 'green', 'yellow', 'red']) {
    if (cells.text(column) === null) cells.fault(column, 'Jumlah belum diisi.');
  }
  if (assessed === null || green === null || yellow === null || red === null) return undefined;
  const sum = green + yellow + red;
  if (sum !== assessed) {
    cells.fault('assessed', `Hijau ${green} + kuning ${yellow} + merah ${red} = ${sum}, bukan ${assessed}.`);
  }
  return { assessed, green, yellow, red };
}

function collect<Line>(
  records: readonly CsvRecord[],
  read: (cells: CellReader, line: number) => Line | undefined,
): { readonly lines: readonly Line[]; readonly faults: readonly Fault[] } {
  const lines: Line[] = [];
  const faults: Fault[] = [];
  for (const record of records) {
    const cells = readCells(record);
    const line = read(cells, record.line);
    faults.push(...cells.faults);
    if (line !== undefined && cells.faults.length === 0) lines.push(line);
  }
  return { lines, faults };
}
