import { PHOTO_SIDE } from '@patuh/shared/domain/evidence';

import type { PictureSize } from './picture-size.ts';

/** The same picture with no side longer than `side`; never larger than it was. */
export function fitInto(side: number, { width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** How a photo is tried, the best first, until it is small enough. */
export const ATTEMPTS: readonly { readonly side: number; readonly quality: number }[] = [
  { side: PHOTO_SIDE, quality: 0.82 },
  { side: PHOTO_SIDE, quality: 0.7 },
  { side: PHOTO_SIDE, quality: 0.55 },
  { side: 1_280, quality: 0.6 },
  { side: 1_024, quality: 0.55 },
  { side: 800, quality: 0.5 },
  { side: 640, quality: 0.4 },
];

/** Longest side of a thumbnail. */
export const THUMBNAIL_SIDE = 192;
