import { CsvError, parse } from 'csv-parse/sync';

import { SheetFault } from './fault.ts';
import type { SheetRows } from './read-xlsx.ts';

/**
 * A table as offices save it: UTF-8 with or without BOM, UTF-16 or Windows-1252; comma, semicolon or tab; LF or CRLF. Reads
 * no further than `mostRows` and one. Throws a SheetFault.
 */
export function readCsv(bytes: Uint8Array, mostRows: number): SheetRows {
  const text = decoded(bytes);
  const named = /^sep=(.)\r?\n/u.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const offset = named === null ? 1 : 2;
  try {
    const records: string[][] = parse(body, {
      delimiter: named?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      skip_empty_lines: false,
      to: mostRows + 1,
    });
    return { rows: records.map((cells, index) => ({ row: index + offset, cells })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    const message = 'Tanda kutip di baris ini tidak ditutup, atau berdiri di tengah isi. Perbaiki, lalu coba lagi.';
    throw new SheetFault([{ row: typeof line === 'number' ? line : null, column: null, value: null, message }]);
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that the headings use most. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/u, 1);
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length);
  return best;
}
