import { CsvError, parse } from 'csv-parse/sync';

/** Something in a file that keeps it from being imported: where, and what to do about it, for the person who has it. */
export interface Fault {
  /** Line in the file, the header being 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly message: string;
}

export interface CsvRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type CsvFile =
  | { readonly kind: 'read'; readonly records: readonly CsvRecord[] }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** A larger file is not even read to its end. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** What a publication holds of one text. */
export const LONGEST_CELL = 2_000;

/**
 * Reads a table as offices save it: UTF-8 with or without BOM, LF or CRLF, comma, semicolon or tab. Every named column
 * must be there once; columns of other names are refused, because a misspelt one would silently lose its values.
 */
export function readCsvFile(bytes: Uint8Array, columns: readonly string[]): CsvFile {
  if (bytes.byteLength > MOST_BYTES)
    return faulty(null, 'Berkas lebih besar dari 20 MB. Bagi menjadi beberapa berkas.');
  const text = decode(bytes);
  if (text === undefined)
    return faulty(null, 'Berkas tidak berenkode UTF-8. Simpan ulang sebagai “CSV UTF-8”, lalu coba lagi.');
  const [header = '', ...rest] = text.split(/\r?\n/, 2);
  if (header.trim() === '' && rest.join('').trim() === '') return faulty(null, 'Berkas kosong.');
  try {
    return recordsOf(parseLines(text, delimiterOf(header)), columns);
  } catch (error) {
    if (error instanceof CsvError) return faulty(lineOf(error), `Tanda kutip atau baris tidak terbaca: ${error.code}.`);
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The separator that the header uses most. */
function delimiterOf(header: string): string {
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length);
  return best;
}

interface RawRow {
  readonly record: readonly string[];
  readonly line: number;
}

function parseLines(text: string, delimiter: string): readonly RawRow[] {
  const rows: RawRow[] = [];
  parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (record: string[], { lines }) => {
      rows.push({ record, line: lines });
      return null;
    },
  });
  return rows;
}

function recordsOf(rows: readonly RawRow[], columns: readonly string[]): CsvFile {
  const [header, ...body] = rows;
  const names = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  const faults = [...headerFaults(names, columns), ...body.flatMap((row) => widthFaults(row, names.length))];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const cellFaults = body.flatMap((row) => faultsInCells(row, names));
  if (cellFaults.length > 0) return { kind: 'faulty', faults: cellFaults };
  if (body.length === 0) return faulty(null, 'Berkas hanya berisi judul kolom, tidak ada baris data.');
  const records = body.map(({ record, line }) => ({
    line,
    cells: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])),
  }));
  return { kind: 'read', records };
}

function headerFaults(names: readonly string[], columns: readonly string[]): readonly Fault[] {
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !columns.includes(name));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...missing.map((column) => ({ line: 1, column, message: `Kolom “${column}” tidak ada.` })),
    ...unknown.map((name) => ({
      line: 1,
      column: name,
      message: `Kolom “${name}” tidak dikenal. Kolom yang dikenal: ${columns.join(', ')}.`,
    })),
    ...repeated.map((name) => ({ line: 1, column: name, message: `Kolom “${name}” muncul lebih dari sekali.` })),
  ];
}

function widthFaults({ record, line }: RawRow, width: number): readonly Fault[] {
  if (record.length === width) return [];
  const message = `Baris ini berisi ${record.length} kolom, seharusnya ${width}. Apit isi yang memuat pemisah dengan tanda kutip.`;
  return [{ line, column: null, message }];
}

/** What no publication can hold; line breaks and tabs inside quotation marks may stay. */
function faultsInCells({ record, line }: RawRow, names: readonly string[]): readonly Fault[] {
  return record.flatMap((cell, index) => {
    const column = names[index] ?? null;
    const faults: Fault[] = [];
    if (cell.length > LONGEST_CELL) {
      faults.push({ line, column, message: `Isi sel ${cell.length} huruf, paling banyak ${LONGEST_CELL}.` });
    }
    if (/(?![\t\n\r])\p{Cc}/u.test(cell)) {
      faults.push({
        line,
        column,
        message: 'Isi sel memuat karakter kendali yang tidak terlihat. Ketik ulang selnya.',
      });
    }
    return faults;
  });
}

function lineOf(error: CsvError): number | null {
  const line: unknown = error['lines'];
  return typeof line === 'number' ? line : null;
}

function faulty(line: number | null, message: string): CsvFile {
  return { kind: 'faulty', faults: [{ line, column: null, message }] };
}
