import type { FileFault } from './inspect.ts';
import { firstActionOf, leadsToPlace, type Reference } from './pdf-first-action.ts';
import { dictionaryBefore, HOLDS_OBJECTS, inflated, MOST_OF_ONE, streamStarts, unescapedAll } from './pdf-packed.ts';

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
/** Packed with Flate, once: what is packed in another way, or in one that another object names, could not be looked at. */
const FLATE = /^\s*(?:\/Fl(?:ateDecode)?\b|\[\s*\/Fl(?:ateDecode)?\s*\])/;
/** Neither text nor comments: in them another beginning could be feigned, and the true one would not be read. */
const WHOLE = /^[\0\s]*\d+[\0\s]+\d+[\0\s]+obj[\0\s]*<<[^()%]*$/;
const PREDICTED = /\/Predictor\s+(?!1\b)\d|\/(?:DecodeParms|DP)[\s[]*\d/;

/** A name; no name that matters is longer, not even where every letter is escaped. */
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]{2,60})/g;
const LONGEST_NAME = 64;
/** What stands behind a name is read no further than this. */
const LONGEST_VALUE = 1024;
/** A document has one catalog, and one more for each time it was changed and saved. */
const MOST_FIRST_ACTIONS = 16;

const HEADER = Buffer.from('%PDF-');
const END = Buffer.from('%%EOF');
/** Scanned archives have hundreds of packed parts, a PDF made to keep a server busy millions. */
const MOST_STREAMS = 20_000;
/** Of all that is packed in one document, once it is unpacked. */
const MOST_UNPACKED = 256 * 1024 * 1024;

export function pdfFault(bytes: Buffer): FileFault | undefined {
  if (!bytes.subarray(0, HEADER.length).equals(HEADER)) return 'other-type';
  const end = bytes.lastIndexOf(END);
  if (end === -1) return 'unreadable';
  if (!/^[\0\s]*$/.test(bytes.subarray(end + END.length).toString('latin1'))) return 'more-than-a-picture';
  const first: Reference[] = [];
  const fault = namesFault(bytes, first) ?? packedFault(bytes, first);
  if (fault !== undefined || first.length === 0) return fault;
  return first.length <= MOST_FIRST_ACTIONS && first.every((one) => leadsToPlace(bytes, one))
    ? undefined
    : 'active-content';
}

/** Adds to `first` the objects that say what happens when the document is opened, to be looked at once all of it is known. */
function namesFault(bytes: Buffer, first: Reference[]): FileFault | undefined {
  // In pieces that overlap by a name: a string of the whole would be as large again.
  const PIECE = 1024 * 1024;
  for (let from = 0; from < bytes.length; from += PIECE) {
    const text = bytes.toString('latin1', from, Math.min(bytes.length, from + PIECE + LONGEST_NAME));
    for (const { 1: written = '', 0: whole, index } of text.matchAll(NAME)) {
      const name = unescaped(written);
      if (name === 'Encrypt') return 'locked';
      if (!ACTIVE.has(name)) continue;
      const after = from + index + whole.length;
      if (name !== 'OpenAction') return 'active-content';
      const action = firstActionOf(bytes.toString('latin1', after, after + LONGEST_VALUE));
      if (action === undefined) return 'active-content';
      if (action !== 'place' && first.length <= MOST_FIRST_ACTIONS) first.push(action);
    }
  }
  return undefined;
}

function unescaped(name: string): string {
  if (!name.includes('#')) return name;
  const plain = unescapedAll(name);
  // Where a reader takes a zero for the end of the name.
  return plain.split('\0', 1)[0] ?? plain;
}

function packedFault(bytes: Buffer, first: Reference[]): FileFault | undefined {
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
    const fault = namesFault(unpacked, first);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Objects that are packed so that they cannot be looked at, although a reader that forgives much may find them. */
function isHidden(dictionary: string, unpacked: Buffer | undefined): boolean {
  if (!HOLDS_OBJECTS.test(dictionary)) return false;
  if (!WHOLE.test(dictionary)) return true;
  const [, filter, ...others] = dictionary.split(/\/F(?:ilter)?\b/);
  if (filter === undefined) return false;
  return others.length > 0 || !FLATE.test(filter) || PREDICTED.test(dictionary) || unpacked === undefined;
}
