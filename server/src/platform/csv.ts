import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | boolean | null;

/**
 * A table as CSV: UTF-8, comma, CRLF, decimal point, first line the column names. Cells that a spreadsheet would run as a
 * formula are made harmless.
 */
export function csvTable(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvLines([columns, ...rows]);
}

/** Some lines of such a table, for those that are written bit by bit. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify([...rows], {
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}

/**
 * A table of results. What was invented says so in a first column of every row, so that a row copied into another sheet
 * still says it; a table of real results has no such column, and neither can be appended to the other unnoticed.
 */
export function markedTable(
  mark: string | null,
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  return mark === null
    ? csvTable(columns, rows)
    : csvTable(
        ['mark', ...columns],
        rows.map((row) => [mark, ...row]),
      );
}
