import { GovernmentCode } from '@patuh/shared/domain/government';
import { formatPoints } from '@patuh/shared/domain/points';
import type { PublishedUnit } from '@patuh/shared/publication/payload';

import type { Reference } from '@patuh/server/platform/catalogue/reference';
import { type CellReader, readCells } from './cell.ts';
import type { CsvRecord, Fault } from './csv-file.ts';

/** Columns of published scores of single units. */
export const UNIT_COLUMNS = ['government_code', 'year', 'unit_name', 'unit_kind', 'score', 'source'] as const;

export interface UnitLine {
  readonly line: number;
  readonly government: GovernmentCode;
  readonly year: number;
  readonly unit: PublishedUnit;
}

/** Published scores of units; that their mean is the government's published score is checked where they meet. */
export function checkUnitLines(
  records: readonly CsvRecord[],
  reference: Reference,
): { readonly lines: readonly UnitLine[]; readonly faults: readonly Fault[] } {
  const lines: UnitLine[] = [];
  const faults: Fault[] = [];
  for (const record of records) {
    const cells = readCells(record);
    const line = readUnit(record.line, cells, reference);
    faults.push(...cells.faults);
    if (line !== undefined && cells.faults.length === 0) lines.push(line);
  }
  return { lines, faults };
}

function readUnit(line: number, cells: CellReader, reference: Reference): UnitLine | undefined {
  const code = GovernmentCode.safeParse(cells.text('government_code'));
  if (!code.success || !reference.governments.has(code.data)) {
    cells.fault('government_code', `Tidak ada pemerintah daerah dengan kode “${cells.text('government_code') ?? ''}”.`);
  }
  const year = cells.whole('year', 2013);
  const score = cells.score('score');
  const [name, kind, source] = (['unit_name', 'unit_kind', 'source'] as const).map((column) => required(cells, column));
  if (cells.text('score') === null) cells.fault('score', 'Nilai unit belum diisi.');
  if (!code.success || year === null || score === null || !name || !kind || !source) return undefined;
  return { line, government: code.data, year, unit: { name, kind, score: formatPoints(score), source } };
}

function required(cells: CellReader, column: string): string | null {
  const text = cells.text(column);
  if (text === null) cells.fault(column, 'Belum diisi.');
  return text;
}
