import { FIRST_YEAR, GovernmentCode, LAST_YEAR } from '@patuh/shared/domain/government';
import { formatPoints } from '@patuh/shared/domain/points';
import type { PublishedUnit } from '@patuh/shared/publication/payload';
import { readUnitKinds } from '@patuh/seeds/reference';

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
  const seen = new Map<string, number>();
  const kinds = readUnitKinds().map(({ id }) => id);
  for (const record of records) {
    const cells = readCells(record);
    const line = readUnit(record.line, cells, reference, kinds);
    if (line !== undefined) refuseRepeated(line, seen, cells);
    faults.push(...cells.faults);
    if (line !== undefined && cells.faults.length === 0) lines.push(line);
  }
  return { lines, faults };
}

function readUnit(
  line: number,
  cells: CellReader,
  reference: Reference,
  kinds: readonly string[],
): UnitLine | undefined {
  const code = GovernmentCode.safeParse(cells.text('government_code'));
  if (!code.success || !reference.governments.has(code.data)) {
    cells.fault('government_code', `Tidak ada pemerintah daerah dengan kode “${cells.text('government_code') ?? ''}”.`);
  }
  const year = cells.whole('year', FIRST_YEAR, LAST_YEAR);
  const score = cells.score('score');
  const kind = readKind(cells, kinds);
  const [name, source] = (['unit_name', 'source'] as const).map((column) => required(cells, column));
  if (cells.text('score') === null) cells.fault('score', 'Nilai unit belum diisi.');
  if (!code.success || year === null || score === null || !name || !kind || !source) return undefined;
  return { line, government: code.data, year, unit: { name, kind, score: formatPoints(score), source } };
}

/** A unit counts once: given twice it would weigh twice in the mean. */
function refuseRepeated(
  { line, government, year, unit }: UnitLine,
  seen: Map<string, number>,
  cells: CellReader,
): void {
  const key = `${government} ${year} ${unit.name.toLowerCase()}`;
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line);
  else cells.fault('unit_name', `${unit.name} tahun ${year} sudah ada di baris ${before}.`);
}

/** `civil_registry` is the same kind as `civil-registry`. */
function readKind(cells: CellReader, kinds: readonly string[]): string | null {
  const text = required(cells, 'unit_kind');
  if (text === null) return null;
  const kind = text.toLowerCase().replaceAll('_', '-');
  if (kinds.includes(kind)) return kind;
  cells.fault('unit_kind', `Jenis unit “${text}” tidak dikenal. Yang dikenal: ${kinds.join(', ')}.`);
  return null;
}

function required(cells: CellReader, column: string): string | null {
  const text = cells.text(column);
  if (text === null) cells.fault(column, 'Belum diisi.');
  return text;
}
