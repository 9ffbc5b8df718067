import { constants, inflateSync } from 'node:zlib';

import type { FileFault } from './inspect.ts';

/**
 * What a PDF would do when it is opened (ISO 32000-2), found without understanding the document: wherever a reader could
 * find an object, its names are looked at. In the file itself that is every byte, since tables of a manipulated file may
 * point anywhere; in packed parts it is what they unpack to. Names may be written with escapes: `/J#61vaScript`.
 */

const ACTIVE: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'XFA',
  'RichMedia',
  'RichMediaExecute',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'OpenAction',
]);
/** Of packed objects; not every reader asks for their type. */
const OBJECTS = /\/(?:ObjStm|First)\b/;
/** Packed with Flate, once: what is packed in another way, or in one that another object names, could not be looked at. */
const FLATE = /^\s*(?:\/Fl(?:ateDecode)?\b|\[\s*\/Fl(?:ateDecode)?\s*\])/;
const PREDICTED = /\/Predictor\s+(?!1\b)\d|\/(?:DecodeParms|DP)[\s[]*\d/;

/** A name; no name that matters is longer, not even where every letter is escaped. */
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]{2,60})/g;
const LONGEST_NAME = 64;
/** To a place in the document is where LibreOffice opens everything it writes: `/OpenAction[1 0 R /XYZ null null 0]`. */
const TO_A_PLACE = /^\s*\[/;

const HEADER = Buffer.from('%PDF-');
const END = Buffer.from('%%EOF');
/** Scanned archives have hundreds of packed parts, a PDF made to keep a server busy millions. */
const MOST_STREAMS = 20_000;
/** Of all that is packed in one document, once it is unpacked; and of one part, which lies in memory as a whole. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_OF_ONE = 64 * 1024 * 1024;

export function pdfFault(bytes: Buffer): FileFault | undefined {
  if (!bytes.subarray(0, HEADER.length).equals(HEADER)) return 'other-type';
  const end = bytes.lastIndexOf(END);
  if (end === -1) return 'unreadable';
  if (!/^[\0\s]*$/.test(bytes.subarray(end + END.length).toString('latin1'))) return 'more-than-a-picture';
  return namesFault(bytes) ?? packedFault(bytes);
}

function namesFault(bytes: Buffer): FileFault | undefined {
  // In pieces that overlap by a name: a string of the whole would be as large again.
  const PIECE = 1024 * 1024;
  for (let from = 0; from < bytes.length; from += PIECE) {
    const text = bytes.toString('latin1', from, Math.min(bytes.length, from + PIECE + LONGEST_NAME));
    for (const { 1: written = '', 0: whole, index } of text.matchAll(NAME)) {
      const name = unescaped(written);
      if (name === 'Encrypt') return 'locked';
      if (!ACTIVE.has(name)) continue;
      const after = from + index + whole.length;
      const isPlace = name === 'OpenAction' && TO_A_PLACE.test(bytes.toString('latin1', after, after + LONGEST_NAME));
      if (!isPlace) return 'active-content';
    }
  }
  return undefined;
}

const ESCAPE = /#([0-9a-f]{2})/gi;

function letterOf(_escape: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  const plain = name.replaceAll(ESCAPE, letterOf);
  // Where a reader takes a zero for the end of the name.
  return plain.split('\0', 1)[0] ?? plain;
}

function packedFault(bytes: Buffer): FileFault | undefined {
  let left = MOST_UNPACKED;
  let streams = 0;
  for (const start of streamStarts(bytes)) {
    streams += 1;
    if (streams > MOST_STREAMS) return 'swells';
    const unpacked = inflated(bytes.subarray(start), Math.min(left, MOST_OF_ONE));
    if (unpacked === 'swells') return 'swells';
    if (isHidden(dictionaryBefore(bytes, start), unpacked)) return 'unreadable';
    if (unpacked === undefined) continue;
    left -= unpacked.length;
    const fault = namesFault(unpacked);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const STREAM = Buffer.from('stream');

/** Where packed bytes may begin: behind the word and the end of its line. Readers forgive blanks between, or no end of line. */
function* streamStarts(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf(STREAM); at !== -1; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    let start = at + STREAM.length;
    while (bytes[start] === 0x20 || bytes[start] === 0x09) start += 1;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    yield start;
  }
}

/** What zlib makes of it, whatever lies behind its end; undefined where it is nothing packed with Flate. */
function inflated(bytes: Buffer, most: number): Buffer | 'swells' | undefined {
  const [method = 0, flags = 0] = bytes;
  if ((method & 0x0f) !== 8 || (method * 256 + flags) % 31 !== 0) return undefined;
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'swells' : undefined;
  }
}

/** Objects that are packed so that they cannot be looked at, although a reader that forgives much may find them. */
function isHidden(dictionary: string, unpacked: Buffer | undefined): boolean {
  if (!OBJECTS.test(dictionary)) return false;
  const [, filter, ...others] = dictionary.split(/\/F(?:ilter)?\b/);
  if (filter === undefined) return false;
  return others.length > 0 || !FLATE.test(filter) || PREDICTED.test(dictionary) || unpacked === undefined;
}

const LONGEST_DICTIONARY = 64 * 1024;

function dictionaryBefore(bytes: Buffer, start: number): string {
  const before = bytes.subarray(Math.max(0, start - LONGEST_DICTIONARY), start);
  const text = before.toString('latin1', Math.max(0, before.lastIndexOf('obj')));
  return text.replaceAll(ESCAPE, letterOf);
}
