import type { Reference } from '@patuh/server/platform/catalogue/reference';
import {
  checkNationalCounts,
  checkProvinceCounts,
  NATIONAL_COUNT_COLUMNS,
  type NationalCountLine,
  PROVINCE_COUNT_COLUMNS,
} from './counts-rows.ts';
import { type CsvRecord, type Fault, readCsvFile } from './csv-file.ts';
import type { PublishedInput } from './list-plan.ts';
import { checkPublishedLines, PUBLISHED_COLUMNS } from './published-rows.ts';
import { checkUnitLines, UNIT_COLUMNS } from './unit-rows.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A fault and the file it is in, for a report over several files. */
export interface FileFault extends Fault {
  readonly file: string;
}

/** Results, and optionally the declared totals and unit scores beside them. */
export interface PublishedFiles {
  readonly results: NamedFile;
  readonly counts?: NamedFile | undefined;
  readonly units?: NamedFile | undefined;
}

export type ReadPublished =
  | { readonly kind: 'read'; readonly input: PublishedInput }
  | { readonly kind: 'faulty'; readonly faults: readonly FileFault[] };

/** Reads and checks all files of an import; any fault in any of them refuses all. */
export function readPublishedFiles(files: PublishedFiles, reference: Reference): ReadPublished {
  const results = readLines(files.results, PUBLISHED_COLUMNS, (records) => checkPublishedLines(records, reference));
  const counts = readLines(files.counts, PROVINCE_COUNT_COLUMNS, (records) => checkProvinceCounts(records, reference));
  const units = readLines(files.units, UNIT_COLUMNS, (records) => checkUnitLines(records, reference));
  const faults = [...results.faults, ...counts.faults, ...units.faults];
  if (faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'read', input: { lines: results.lines, provinceCounts: counts.lines, units: units.lines } };
}

export type ReadNational =
  | { readonly kind: 'read'; readonly lines: readonly NationalCountLine[] }
  | { readonly kind: 'faulty'; readonly faults: readonly FileFault[] };

export function readNationalFile(file: NamedFile): ReadNational {
  const { lines, faults } = readLines(file, NATIONAL_COUNT_COLUMNS, checkNationalCounts);
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'read', lines };
}

interface Lines<Line> {
  readonly lines: readonly Line[];
  readonly faults: readonly FileFault[];
}

function readLines<Line>(
  file: NamedFile | undefined,
  columns: readonly string[],
  check: (records: readonly CsvRecord[]) => { readonly lines: readonly Line[]; readonly faults: readonly Fault[] },
): Lines<Line> {
  if (file === undefined) return { lines: [], faults: [] };
  const csv = readCsvFile(file.bytes, columns);
  const { lines, faults } = csv.kind === 'read' ? check(csv.records) : { lines: [], faults: csv.faults };
  return { lines, faults: faults.map((fault) => ({ ...fault, file: file.name })) };
}
