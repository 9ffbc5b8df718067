import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';

import type { Clause } from './template.ts';
import { counted, runs } from './word-text.ts';

/** In twentieths of a point: 160 mm between the margins of A4. */
const CLAUSE_WIDTHS = [1700, 280, 7090];
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Labels, colons and texts one below the other, without lines: the body of a decision. */
export function clausesTable(clauses: readonly Clause[], index: number): Table {
  return new Table({
    width: { size: sum(CLAUSE_WIDTHS), type: WidthType.DXA },
    columnWidths: CLAUSE_WIDTHS,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: clauses.map((clause, row) => clauseRow(clause, 100 * (index + 1) + row)),
  });
}

function clauseRow({ label, lead, texts, marks }: Clause, list: number): TableRow {
  const one = (text: string): Paragraph =>
    new Paragraph({ alignment: AlignmentType.BOTH, spacing: { after: 80 }, children: runs(text) });
  const body = [
    ...(lead === undefined ? [] : [one(lead)]),
    ...(marks === undefined ? texts.map(one) : counted(texts, marks, list)),
  ];
  const cells = [[new Paragraph(label)], [new Paragraph(':')], body];
  return new TableRow({ children: cells.map((children) => new TableCell({ children })) });
}

/** A table with lines, whose head is repeated on every page. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text) => new TableCell({ children: [new Paragraph({ children: runs(text, isHead ? { bold: true } : {}) })] }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [600, 2100, 1900, 2370, 2100],
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
