import { PHOTO_BYTES } from '@patuh/shared/domain/evidence';
import { LOOK_HEIGHT, LOOK_WIDTH, lookOf } from '@patuh/shared/domain/look';
import { sha256OfBytes } from '@patuh/shared/publication/hash';

import type { Bytes } from '../field-store/file-shelf.ts';
import { documentFault } from './document-fault.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { ATTEMPTS, fitInto, THUMBNAIL_SIDE } from './fit.ts';
import { MOST_PIXELS, type PictureSize, pictureSize } from './picture-size.ts';
import type { Prepared, ShrinkSource } from './shrink-messages.ts';

/** What becomes of a file before it is kept; runs in a worker, so that the page stays quick. */
export async function prepare(source: ShrinkSource): Promise<Prepared> {
  if (source instanceof ImageBitmap)
    return await photoOf(source, sha256OfBytes(await encoded(drawn(source, source), 0.95)));
  const bytes = new Uint8Array(await source.arrayBuffer());
  const kind = fileKind(bytes);
  if (kind === 'pdf') return documentOf(bytes);
  const fault = pictureFault(kind, bytes);
  if (fault !== undefined) return { kind: 'refused', why: fault };
  const bitmap = await decoded(source).catch(() => undefined);
  if (bitmap === undefined) return { kind: 'refused', why: kind === 'heic' ? 'heic' : 'unreadable' };
  return await photoOf(bitmap, sha256OfBytes(bytes));
}

function documentOf(content: Bytes): Prepared {
  const why = documentFault(content);
  return why === undefined ? { kind: 'document', content, sha256: sha256OfBytes(content) } : { kind: 'refused', why };
}

function pictureFault(kind: FileKind, bytes: Uint8Array) {
  if (kind === 'empty') return 'empty';
  if (kind === 'other') return 'other-type';
  if (kind === 'heic') return undefined;
  const size = pictureSize(kind, bytes);
  if (size === undefined) return 'unreadable';
  return size.width * size.height > MOST_PIXELS ? 'too-many-pixels' : undefined;
}

/** Turned as its camera was held. Older browsers do that by themselves, and do not know the word for it. */
async function decoded(source: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return await createImageBitmap(source);
  }
}

async function photoOf(bitmap: ImageBitmap, originalSha256: string): Promise<Prepared> {
  if (bitmap.width * bitmap.height > MOST_PIXELS) return { kind: 'refused', why: 'too-many-pixels' };
  for (const { side, quality } of ATTEMPTS) {
    const size = fitInto(side, bitmap);
    const content = await encoded(drawn(bitmap, size), quality);
    if (content.length > PHOTO_BYTES) continue;
    const thumbnail = await encoded(drawn(bitmap, fitInto(THUMBNAIL_SIDE, bitmap)), 0.6);
    const look = lookOf(greyOf(bitmap));
    bitmap.close();
    return { kind: 'photo', content, thumbnail, sha256: sha256OfBytes(content), originalSha256, look, ...size };
  }
  return { kind: 'refused', why: 'too-many-pixels' };
}

function drawn(bitmap: ImageBitmap, { width, height }: PictureSize): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('No room for a canvas');
  pen.imageSmoothingQuality = 'high';
  // What is transparent becomes paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

async function encoded(canvas: OffscreenCanvas, quality: number): Promise<Bytes> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Pixels on each side that become one grey one: as large as that, scaling is the same everywhere. */
const GRAIN = 16;

function greyOf(bitmap: ImageBitmap): readonly number[] {
  const [width, height] = [LOOK_WIDTH * GRAIN, LOOK_HEIGHT * GRAIN];
  const { data } = drawn(bitmap, { width, height }).getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
  const grey = Array.from({ length: LOOK_WIDTH * LOOK_HEIGHT }, () => 0);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [column, row] = [Math.floor((pixel % width) / GRAIN), Math.floor(pixel / width / GRAIN)];
    const [red = 0, green = 0, blue = 0] = data.slice(pixel * 4, pixel * 4 + 3);
    const cell = row * LOOK_WIDTH + column;
    grey[cell] = (grey[cell] ?? 0) + 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return grey;
}
