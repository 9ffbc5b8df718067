import { type FileKind, text } from './file-kind.ts';

/** How large a picture is by its own head, so that none is decoded that the device cannot hold. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A photo of 50 megapixels, as many cameras of phones take at most, is 200 megabytes while it is shrunk. */
export const MOST_PIXELS = 52_000_000;

/** Undefined where the head says nothing. */
export function pictureSize(kind: FileKind, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (kind === 'png') return sized(view.getUint32(16), view.getUint32(20));
    if (kind === 'webp') return webpSize(bytes, view);
    return kind === 'jpeg' ? jpegSize(view) : undefined;
  } catch {
    // It ends before its head does.
    return undefined;
  }
}

/** Goes from segment to segment to the one that begins the picture. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 … SOF15 without the tables among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function webpSize(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  switch (text(bytes, 12, 16)) {
    case 'VP8X':
      return sized((view.getUint32(24, true) & 0xff_ffff) + 1, (view.getUint32(27, true) & 0xff_ffff) + 1);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return undefined;
  }
}

function sized(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}
