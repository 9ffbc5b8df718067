import { letterOf } from '@patuh/shared/domain/plan-rows';

import { BROKEN, type FaultPlace, SheetFault, wholeFile } from './fault.ts';
import { openZip, readEntry } from './zip.ts';
import { readXml } from './xml.ts';

/** One sheet of a workbook as texts. */
export interface SheetRows {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

interface Wish {
  readonly sheet: string;
  /** With the headings. */
  readonly mostRows: number;
  readonly tooManyRows: string;
}

const SMALL = 1024 * 1024;
const MOST_TEXTS = 24 * 1024 * 1024;
const MOST_SHEET = 64 * 1024 * 1024;
/** Longer than anything a plan holds; what is beyond is not read. */
const LONGEST_CELL = 2_000;
const MOST_COLUMNS = 50;
const MOST_FAULTS = 200;

/**
 * One sheet of an XLSX file. Formulas are never evaluated, and neither what one gave the last time nor what a merged cell
 * means is guessed at: both are refused with their places. Throws a SheetFault.
 */
export async function readXlsx(bytes: Uint8Array, wish: Wish): Promise<SheetRows> {
  const files = openZip(bytes);
  const open = (path: string, most: number): AsyncIterable<string> | undefined => {
    const entry = files.get(path);
    return entry === undefined ? undefined : readEntry(entry, most);
  };
  const workbook = open('xl/workbook.xml', SMALL);
  const links = open('xl/_rels/workbook.xml.rels', SMALL);
  if (workbook === undefined || links === undefined) throw wholeFile('Berkas ini bukan buku kerja XLSX.');
  const sheets = await sheetsIn(workbook);
  const id = sheets.get(wish.sheet);
  if (id === undefined) {
    const names = [...sheets.keys()].map((name) => `“${name}”`).join(', ');
    throw wholeFile(`Tidak ada lembar bernama “${wish.sheet}”. Lembar dalam berkas ini: ${names}.`);
  }
  const target = (await targetsIn(links)).get(id);
  const sheet = target === undefined ? undefined : open(target, MOST_SHEET);
  if (sheet === undefined) throw wholeFile(BROKEN);
  const texts = open('xl/sharedStrings.xml', MOST_TEXTS);
  return await readSheet(sheet, texts === undefined ? [] : await textsIn(texts), wish);
}

/** Id of each sheet by its name. */
async function sheetsIn(workbook: AsyncIterable<string>): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>();
  await readXml(workbook, {
    open: (name, { name: sheet, ...attributes }) => {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && sheet !== undefined && id !== undefined) sheets.set(sheet, id);
    },
  });
  return sheets;
}

async function targetsIn(links: AsyncIterable<string>): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readXml(links, {
    open: (name, attributes) => {
      const { Id: id, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** The texts that cells refer to; how they are to be pronounced is left out. */
async function textsIn(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let aside = false;
  await readXml(pieces, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aside = true;
      inText = name === 't' && !aside;
    },
    text: (piece) => {
      if (inText) text = grown(text, piece);
    },
    close: (name) => {
      if (name === 'si') texts.push(unescaped(text));
      if (name === 'rPh') aside = false;
      inText = false;
    },
  });
  return texts;
}

interface OpenCell {
  readonly column: number;
  readonly kind: string;
  text: string;
  formula: string | null;
}

async function readSheet(
  pieces: AsyncIterable<string>,
  texts: readonly string[],
  { mostRows, tooManyRows }: Wish,
): Promise<SheetRows> {
  const rows: { row: number; cells: string[] }[] = [];
  const faults: FaultPlace[] = [];
  let row = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let reads: 'value' | 'formula' | null = null;
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
      } else if (name === 'c') {
        cell = {
          column: columnOf(attributes['r'], cells.length),
          kind: attributes['t'] ?? 'n',
          text: '',
          formula: null,
        };
      } else if (name === 'f') {
        reads = 'formula';
        if (cell !== null) cell.formula = '';
      } else if (name === 'v' || name === 't') {
        reads = 'value';
      } else if (name === 'mergeCell' && faults.length < MOST_FAULTS) {
        faults.push(mergedFault(attributes['ref'] ?? ''));
      }
    },
    text: (piece) => {
      if (cell === null || reads === null) return;
      if (reads === 'value') cell.text = grown(cell.text, piece);
      else cell.formula = grown(cell.formula ?? '', piece);
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') reads = null;
      if (name === 'c' && cell !== null) {
        const fault = faultOf(cell, row);
        if (fault !== undefined && faults.length < MOST_FAULTS) faults.push(fault);
        if (cell.column < MOST_COLUMNS) put(cells, cell.column, valueOf(cell, texts));
        cell = null;
      }
      if (name === 'row' && cells.some((text) => text !== '')) rows.push({ row, cells });
    },
    done: () => rows.length > mostRows || faults.length >= MOST_FAULTS,
  });
  if (rows.length > mostRows) throw wholeFile(tooManyRows);
  if (faults.length > 0) throw new SheetFault(faults);
  return { rows };
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** `C5` stands in the third column; a cell without a place stands after the one before it. */
function columnOf(place: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/u.exec(place ?? '')?.[0];
  if (letters === undefined) return next;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}

function valueOf({ kind, text }: OpenCell, texts: readonly string[]): string {
  if (kind === 's') return texts[Number(text)] ?? '';
  return kind === 'inlineStr' || kind === 'str' ? unescaped(text) : text;
}

function faultOf({ column, kind, text, formula }: OpenCell, row: number): FaultPlace | undefined {
  const place = { row, column: letterOf(column) };
  if (formula !== null) {
    const message = 'Sel ini berisi rumus. Rumus tidak dihitung di sini: tempel hasilnya sebagai nilai.';
    return { ...place, value: `=${formula}`.slice(0, 80), message };
  }
  if (kind === 'e') return { ...place, value: text, message: 'Sel ini berisi galat lembar kerja. Ketik isinya.' };
  if (column >= MOST_COLUMNS && text !== '') {
    return { ...place, value: text.slice(0, 80), message: 'Sel ini berdiri jauh di luar tabel. Kosongkan.' };
  }
  return undefined;
}

function mergedFault(ref: string): FaultPlace {
  const [, column = null, row] = /^([A-Z]{1,3})(\d{1,7})/u.exec(ref) ?? [];
  const message = `Sel ${ref} digabung. Pisahkan, dan isi setiap baris: setiap unit berdiri di barisnya sendiri.`;
  return { row: row === undefined ? null : Number(row), column, value: null, message };
}

function grown(text: string, piece: string): string {
  return text.length > LONGEST_CELL ? text : text + piece.slice(0, LONGEST_CELL + 1 - text.length);
}

/** Spreadsheets write characters that XML cannot hold as `_x000A_`. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
