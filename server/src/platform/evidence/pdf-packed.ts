import { constants, inflateSync } from 'node:zlib';

/** Packed parts of a PDF: where they begin, what stands before them, what they unpack to. */

/** Said before packed objects; not every reader asks for their type. */
export const HOLDS_OBJECTS = /\/(?:ObjStm|First)\b/;
/** Of one part, which lies in memory as a whole once it is unpacked. */
export const MOST_OF_ONE = 64 * 1024 * 1024;

const ESCAPE = /#([0-9a-f]{2})/gi;

function letterOf(_escape: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

/** Names may be written with escapes. */
export function unescapedAll(text: string): string {
  return text.replaceAll(ESCAPE, letterOf);
}

const STREAM = Buffer.from('stream');

/** Where packed bytes may begin: behind the word and the end of its line. Readers forgive blanks between, or no end of line. */
export function* streamStarts(bytes: Buffer): Generator<number> {
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
export function inflated(bytes: Buffer, most: number): Buffer | 'swells' | undefined {
  const [method = 0, flags = 0] = bytes;
  if ((method & 0x0f) !== 8 || (method * 256 + flags) % 31 !== 0) return undefined;
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'swells' : undefined;
  }
}

const LONGEST_DICTIONARY = 64 * 1024;

/** What is said of a packed part: all from the beginning of the line on which its object begins. */
export function dictionaryBefore(bytes: Buffer, start: number): string {
  const before = bytes.subarray(Math.max(0, start - LONGEST_DICTIONARY), start);
  const object = Math.max(0, before.lastIndexOf('obj'));
  const line = Math.max(before.lastIndexOf('\n', object), before.lastIndexOf('\r', object));
  return unescapedAll(before.toString('latin1', line + 1));
}
