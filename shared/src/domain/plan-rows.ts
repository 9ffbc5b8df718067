import * as z from 'zod/mini';

import { isStorable } from './text.ts';
import { INDONESIA, type UnitCoordinates, UnitAddress, UnitName } from './unit.ts';

/** The plan of units as rows of a spreadsheet: its columns, and what the rows of somebody's file say. */

/** Name of the sheet in a workbook. */
export const PLAN_SHEET = 'Rencana';

export const PLAN_COLUMNS = ['pemda', 'jenis unit', 'nama unit', 'alamat', 'lintang', 'bujur', 'tim'] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];
const NEEDED: readonly PlanColumn[] = ['pemda', 'jenis unit', 'nama unit'];

/** Rows of units in one file; a province has some hundred. */
export const MOST_ROWS = 5_000;
export const TOO_MANY_ROWS =
  'Berkas berisi lebih dari 5.000 baris. Satu provinsi tidak sebesar itu: masukkan unit satu provinsi saja.';

/** Something in the file that keeps it from being taken: where it is, what stands there, and what to do. */
export const PlanFault = z.object({
  sheet: z.nullable(z.string()),
  row: z.nullable(z.int()),
  /** As the spreadsheet names it, with the heading where there is one: `C (nama unit)`. */
  column: z.nullable(z.string()),
  value: z.nullable(z.string()),
  message: z.string(),
});
export type PlanFault = z.infer<typeof PlanFault>;

/** What a reader of files made of it: texts only, with the number that the spreadsheet gives each row. */
export interface FileTable {
  /** Null in a file without sheets. */
  readonly sheet: string | null;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** One unit as somebody wrote it down; what it means is found out with the register at hand. */
export interface PlanRow {
  readonly row: number;
  readonly government: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
  readonly coordinates: UnitCoordinates | null;
  readonly team: string | null;
}

export interface ReadRows {
  readonly rows: readonly PlanRow[];
  readonly faults: readonly PlanFault[];
  /** Where each column stands, as faults name it. */
  readonly places: ReadonlyMap<PlanColumn, string>;
}

/** Reads what the table says; every fault is named, and a row with one is left out. */
export function readPlanRows({ sheet, rows }: FileTable): ReadRows {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  const at = (row: number | null, column: string | null, value: string | null, message: string): PlanFault => ({
    sheet,
    row,
    column,
    value: value === null ? null : shortened(value),
    message,
  });
  const nothing = (...faults: readonly PlanFault[]): ReadRows => ({ rows: [], faults, places: new Map() });
  if (head === undefined) return nothing(at(null, null, null, 'Berkas kosong.'));
  const headings = head.cells.map(headingOf);
  const wrong = headingFaults(headings).map(([index, message]) =>
    at(head.row, index === null ? null : letterOf(index), index === null ? null : (head.cells[index] ?? ''), message),
  );
  if (wrong.length > 0) return nothing(...wrong);
  if (body.length === 0) return nothing(at(null, null, null, 'Berkas hanya berisi judul kolom.'));
  if (body.length > MOST_ROWS) return nothing(at(null, null, null, TOO_MANY_ROWS));
  const places = new Map(PLAN_COLUMNS.map((column) => [column, placeOf(headings.indexOf(column), column)] as const));
  const read = body.map(({ row, cells }) => readRow(row, cells, headings, at));
  return { rows: read.flatMap((one) => one.row ?? []), faults: read.flatMap(({ faults }) => faults), places };
}

type At = (row: number | null, column: string | null, value: string | null, message: string) => PlanFault;

function headingOf(cell: string): string {
  return cell.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

type HeadingFault = readonly [index: number | null, message: string];

function headingFaults(headings: readonly string[]): readonly HeadingFault[] {
  const missing = NEEDED.filter((column) => !headings.includes(column));
  return [
    ...missing.map((column): HeadingFault => [
      null,
      `Kolom “${column}” tidak ada. Judul kolom berdiri di baris pertama.`,
    ]),
    ...headings.flatMap((heading, index): readonly HeadingFault[] => {
      const message = whatIsWrongWith(heading, headings.indexOf(heading) !== index);
      return message === undefined ? [] : [[index, message]];
    }),
  ];
}

function whatIsWrongWith(heading: string, repeated: boolean): string | undefined {
  const known: readonly string[] = PLAN_COLUMNS;
  if (heading === '') return undefined;
  if (!known.includes(heading)) return `Kolom ini tidak dikenal. Kolom yang dikenal: ${PLAN_COLUMNS.join(', ')}.`;
  return repeated ? 'Kolom ini ada lebih dari sekali.' : undefined;
}

function readRow(row: number, cells: readonly string[], headings: readonly string[], at: At) {
  const faults: PlanFault[] = [];
  const indexOf = (column: PlanColumn): number => headings.indexOf(column);
  const fault = (column: PlanColumn, message: string): null => {
    faults.push(at(row, placeOf(indexOf(column), column), text(column), message));
    return null;
  };
  const text = (column: PlanColumn): string => plain(cells[indexOf(column)] ?? '');
  cells.forEach((cell, index) => {
    if ((headings[index] ?? '') === '' && cell.trim() !== '') {
      faults.push(at(row, letterOf(index), cell, 'Sel ini berisi, tetapi kolomnya tidak berjudul.'));
    } else if (!isStorable(cell)) {
      faults.push(at(row, letterOf(index), null, 'Sel ini memuat karakter yang tidak dapat disimpan. Ketik ulang.'));
    }
  });
  for (const column of NEEDED) if (text(column) === '') fault(column, `${capital(column)} belum diisi.`);
  const name = text('nama unit');
  if (name !== '' && !UnitName.safeParse(name).success) {
    fault('nama unit', 'Nama terdiri atas 3 sampai 150 huruf dalam satu baris, dan tidak diawali = + - @ atau petik.');
  }
  const address = text('alamat');
  if (address !== '' && !UnitAddress.safeParse(address).success) {
    fault('alamat', 'Alamat terdiri atas 3 sampai 300 huruf dalam satu baris, dan tidak diawali = + - @ atau petik.');
  }
  const coordinates = readCoordinates(text, fault);
  const read: PlanRow = {
    row,
    government: text('pemda'),
    kind: text('jenis unit'),
    name,
    address: address === '' ? null : address,
    coordinates,
    team: text('tim') === '' ? null : text('tim'),
  };
  return { row: faults.length > 0 ? null : read, faults };
}

/** Without the apostrophe that an export puts before what a spreadsheet would run. */
function plain(cell: string): string {
  return cell
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/u, '')
    .trim();
}

function readCoordinates(
  text: (column: PlanColumn) => string,
  fault: (column: PlanColumn, message: string) => null,
): UnitCoordinates | null {
  const [latitude, longitude] = [text('lintang'), text('bujur')];
  if (latitude === '' && longitude === '') return null;
  if (latitude === '') return fault('lintang', 'Bujur terisi, lintang belum. Isi keduanya atau kosongkan keduanya.');
  if (longitude === '') return fault('bujur', 'Lintang terisi, bujur belum. Isi keduanya atau kosongkan keduanya.');
  const north = degrees(latitude, INDONESIA.latitude);
  const east = degrees(longitude, INDONESIA.longitude);
  if (typeof north === 'string') fault('lintang', `Lintang ${north} dari -11,2 sampai 6,4.`);
  if (typeof east === 'string') fault('bujur', `Bujur ${east} dari 94,8 sampai 141,2.`);
  if (typeof north === 'string' || typeof east === 'string') return null;
  return { latitude: north, longitude: east };
}

/** Millionths of a degree, or what is wrong with them; one may write a comma or a point. */
export function degrees(
  cell: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | string {
  if (!/^[-−]?\d{1,3}(?:[.,]\d{1,20})?$/u.test(cell)) return 'bukan angka seperti -9,657312. Indonesia terletak';
  const value = Math.round(Number(cell.replace(',', '.').replace('−', '-')) * 1_000_000);
  return value >= least && value <= most ? value : 'di luar Indonesia, yang terletak';
}

/** Of a value as much as a list of faults shows. */
function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeOf(index: number, column: string): string {
  return index < 0 ? column : `${letterOf(index)} (${column})`;
}

const ALPHABET = 26;
const FIRST_LETTER = 65;

/** `A` for the first column, `AA` after `Z`. */
export function letterOf(index: number): string {
  const last = String.fromCodePoint(FIRST_LETTER + (index % ALPHABET));
  return index < ALPHABET ? last : letterOf(Math.floor(index / ALPHABET) - 1) + last;
}
