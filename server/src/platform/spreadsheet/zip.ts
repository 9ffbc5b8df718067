import { createInflateRaw } from 'node:zlib';

import { BROKEN, wholeFile } from './fault.ts';

/** One file inside a ZIP, by its central directory. */
interface ZipEntry {
  readonly method: number;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
/** A workbook has some dozens. */
const MOST_ENTRIES = 1_000;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a ZIP by name, still packed: nothing is unpacked before somebody reads it, and then as a stream that ends at
 * a limit, so that no bomb goes off. Throws a SheetFault.
 */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(view, bytes);
  } catch (error) {
    if (error instanceof RangeError) throw wholeFile(BROKEN);
    throw error;
  }
}

function entriesOf(view: DataView, bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw wholeFile(BROKEN);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw wholeFile(BROKEN);
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [size, name] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const start = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    if ((flags & ENCRYPTED) !== 0) throw wholeFile('Berkas dikunci dengan kata sandi. Simpan tanpa kata sandi.');
    entries.set(path, { method, packed: contentOf(view, bytes, start, size) });
    at += 46 + name + rest;
  }
  return entries;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw wholeFile(BROKEN);
}

function contentOf(view: DataView, bytes: Uint8Array, start: number, size: number): Uint8Array {
  if (view.getUint32(start, true) !== LOCAL) throw wholeFile(BROKEN);
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + size > bytes.byteLength) throw wholeFile(BROKEN);
  return bytes.subarray(from, from + size);
}

/** The text of a file in pieces; throws a SheetFault beyond `most` bytes, before they are held anywhere. */
export async function* readEntry({ method, packed }: ZipEntry, most: number): AsyncGenerator<string> {
  if (method !== STORED && method !== DEFLATED) throw wholeFile(BROKEN);
  const decoder = new TextDecoder('utf-8');
  let read = 0;
  for await (const chunk of method === STORED ? [packed] : inflated(packed)) {
    read += chunk.byteLength;
    if (read > most) throw wholeFile('Isi berkas terlalu besar. Salin barisnya ke templat yang baru, lalu coba lagi.');
    yield decoder.decode(chunk, { stream: true });
  }
}

const PIECE = 64 * 1024;

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    // What comes out of it is bytes, whatever the type of streams says.
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw wholeFile(BROKEN);
    throw error;
  } finally {
    inflate.destroy();
  }
}
