import { deflateSync } from 'node:zlib';

/** Files as they come from phones, messengers and jokers. */

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(data: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (0xedb8_8320 & -(value & 1));
  }
  return (value ^ 0xffff_ffff) >>> 0;
}

/** A grey PNG; its rows are only begun, so that one of 30,000 × 30,000 is a few bytes. */
export function aPng(width: number, height: number, rows = height): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc((width + 1) * rows));
  const png = [chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...png]));
}

export const HUGE_PNG = aPng(30_000, 30_000, 10);
export const SVG = bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const HTML = bytes('<!doctype html><script>alert(1)</script>');
export const HEIC = bytes(`\0\0\0\u0018ftypheic\0\0\0\0mif1heic${'\0'.repeat(64)}`);
export const PDF = bytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PDF_WITH_SCRIPT = bytes(
  '%PDF-1.4\n1 0 obj<</OpenAction<</S/J#61vaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n',
);
export const CUT_PDF = PDF.slice(0, 40);

/** Only as far as the head of the picture: what is asked of it needs no more. */
export function jpegHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const exif = [0xff, 0xe1, 0, 6, 69, 120, 105, 102];
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  return new Uint8Array([0xff, 0xd8, ...exif, ...frame]);
}
