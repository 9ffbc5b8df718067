import type { GovernmentKind } from '@patuh/shared/domain/government';
import { type Hundredths, hundredths } from '@patuh/shared/domain/points';
import type { Zone } from '@patuh/shared/domain/zone';

import type { CsvRecord, Fault } from './csv-file.ts';

/** Reads the cells of one line and remembers what is wrong with them, so that a report names everything at once. */
export interface CellReader {
  readonly faults: Fault[];
  text(column: string): string | null;
  /** A score in the form 82.65 or 82,65, at most two decimals, 0–100. */
  score(column: string): Hundredths | null;
  /** A whole number within bounds, both included. */
  whole(column: string, lowest: number, highest: number): number | null;
  /** One of the words; the value is what the word stands for. */
  word<T>(column: string, words: Readonly<Record<string, T>>): T | null;
  fault(column: string | null, message: string): void;
}

export const KIND_WORDS: Readonly<Record<string, GovernmentKind>> = {
  ministry: 'ministry',
  kementerian: 'ministry',
  agency: 'agency',
  lembaga: 'agency',
  province: 'province',
  provinsi: 'province',
  city: 'city',
  kota: 'city',
  regency: 'regency',
  kabupaten: 'regency',
};
export const ZONE_WORDS: Readonly<Record<string, Zone>> = {
  green: 'green',
  hijau: 'green',
  yellow: 'yellow',
  kuning: 'yellow',
  red: 'red',
  merah: 'red',
};
/** The largest rank and count that a publication can hold. */
export const HIGHEST_RANK = 10_000;
export const HIGHEST_COUNT = 100_000;
export const ZONE_NAMES: Readonly<Record<Zone, string>> = { green: 'hijau', yellow: 'kuning', red: 'merah' };
export const YES_NO_WORDS: Readonly<Record<string, boolean>> = { yes: true, ya: true, no: false, tidak: false };

export function readCells({ line, cells }: CsvRecord): CellReader {
  const faults: Fault[] = [];
  const fault = (column: string | null, message: string): void => void faults.push({ line, column, message });
  const text = (column: string): string | null => {
    const cell = cells[column] ?? '';
    return cell === '' ? null : cell;
  };
  return {
    faults,
    fault,
    text,
    score: (column) => {
      const cell = text(column);
      if (cell === null) return null;
      const score = parseScore(cell);
      if (typeof score === 'number') return score;
      fault(column, `Nilai “${cell}” ${score}`);
      return null;
    },
    whole: (column, lowest, highest) => {
      const cell = text(column);
      if (cell === null) return null;
      const value = Number(cell);
      if (/^\d{1,6}$/.test(cell) && value >= lowest && value <= highest) return value;
      fault(column, `“${cell}” bukan bilangan bulat dari ${lowest} sampai ${highest}.`);
      return null;
    },
    word: (column, words) => {
      const cell = text(column);
      if (cell === null) return null;
      const value = Object.hasOwn(words, cell.toLowerCase()) ? words[cell.toLowerCase()] : undefined;
      if (value !== undefined) return value;
      fault(column, `“${cell}” tidak dikenal. Isi dengan salah satu dari: ${Object.keys(words).join(', ')}.`);
      return null;
    },
  };
}

/** The score, or what is wrong with it. */
function parseScore(cell: string): Hundredths | string {
  const match = /^(\d{1,3})(?:[.,](\d+))?$/.exec(cell);
  if (match === null) return 'bukan angka. Tulis seperti 82,65 atau 82.65.';
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > 2)
    return 'memuat lebih dari dua desimal. Tulis nilai seperti yang diterbitkan, jangan dibulatkan sendiri.';
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return value <= 10_000 ? hundredths(value) : 'di luar rentang 0–100.';
}

/** `51.43` as it is read: 51,43. */
export function comma(points: string): string {
  return points.replace('.', ',');
}
