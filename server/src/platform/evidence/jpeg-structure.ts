import type { FileFault } from './inspect.ts';

/**
 * The outside of a JPEG, marker by marker (ITU-T T.81 B): one picture from the first byte to the last, and beside it only
 * what cameras and browsers write. Nothing is decoded here; what the picture shows is for `sharp` to find out.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
/** Baseline, extended and progressive, all with Huffman codes: what every browser shows. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Tables for quantisation and Huffman codes, and the restart interval. */
const TABLES: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd]);

/** Sections of programs, by marker and first bytes; other programs’ private sections are not part of a photo. */
const SECTIONS: readonly (readonly [marker: number, name: string])[] = [
  [0xe0, 'JFIF\0'],
  [0xe0, 'JFXX\0'],
  [0xe1, 'Exif\0\0'],
  [0xe1, 'http://ns.adobe.com/xap/1.0/\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xed, 'Photoshop 3.0\0'],
  [0xee, 'Adobe'],
];

/** Beginnings of what somebody would hide in a photo: pages, programs, archives, documents. */
const FOREIGN = /<(?:!doctype|html|head|body|script|iframe|svg|\?php)|%PDF-/i;
const ARCHIVES = ['PK\u0003\u0004', 'PK\u0005\u0006', 'Rar!', '\u007FELF'];

/** Bytes of sections: names, dates, a colour profile. */
const MOST_BESIDE = 256 * 1024;
/** A progressive picture has about ten; each costs as much work as the whole picture. */
const MOST_SCANS = 32;
/** 5,000 × 5,000: more than a phone sends, and decoded no more than 75 MB. */
export const MOST_PIXELS = 25_000_000;

export function jpegFault(bytes: Buffer): FileFault | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return 'other-type';
  let at = 2;
  let beside = 0;
  let scans = 0;
  let hasFrame = false;
  while (at < bytes.length) {
    // Markers may be preceded by any number of fill bytes.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return 'unreadable';
    if (marker === EOI) return endFault(bytes.length - (at + 2), hasFrame && scans > 0);
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return 'unreadable';
    const body = bytes.subarray(at + 4, end);
    if (FRAMES.has(marker)) {
      const fault = hasFrame ? 'unreadable' : frameFault(body);
      if (fault !== undefined) return fault;
      hasFrame = true;
    } else if (marker === SOS) {
      scans += 1;
      if (!hasFrame || scans > MOST_SCANS) return 'unreadable';
    } else if (!TABLES.has(marker)) {
      beside += length;
      if (beside > MOST_BESIDE || !isKnown(marker, body)) return 'more-than-a-picture';
    }
    at = marker === SOS ? endOfScan(bytes, end) : end;
  }
  return 'unreadable';
}

function endFault(left: number, isPicture: boolean): FileFault | undefined {
  if (!isPicture) return 'unreadable';
  return left === 0 ? undefined : 'more-than-a-picture';
}

function frameFault(body: Buffer): FileFault | undefined {
  if (body.length < 6) return 'unreadable';
  const height = body.readUInt16BE(1);
  const width = body.readUInt16BE(3);
  if (width === 0 || height === 0) return 'unreadable';
  return width * height > MOST_PIXELS ? 'too-many-pixels' : undefined;
}

function isKnown(marker: number, body: Buffer): boolean {
  const text = body.toString('latin1');
  const isNamed = SECTIONS.some(([of, name]) => of === marker && text.startsWith(name));
  return (isNamed || marker === COM) && !FOREIGN.test(text) && !ARCHIVES.some((one) => text.includes(one));
}

/** Where the next marker stands: within a scan 0xFF is followed by 0, or by the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}
