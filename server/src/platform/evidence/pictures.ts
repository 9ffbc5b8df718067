import sharp, { type Sharp } from 'sharp';

import { LOOK_HEIGHT, LOOK_WIDTH, lookOf } from '@patuh/shared/domain/look';

import { MOST_PIXELS } from './jpeg-structure.ts';

// Photos pass once: keeping decoded pixels would only take memory, and one thread is enough for each.
sharp.cache(false);
sharp.concurrency(1);

const LONGEST_SECONDS = 20;

/** Decodes no more than a photo has, and the right way up; fails on whatever does not fit the format. */
export function decoded(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', autoOrient: true }).timeout({
    seconds: LONGEST_SECONDS,
  });
}

/** What the picture is; throws where it cannot be decoded to its last pixel. */
export async function pictureOf(bytes: Buffer): Promise<{ width: number; height: number; look: string }> {
  const { autoOrient } = await decoded(bytes).metadata();
  const grey = await decoded(bytes)
    .greyscale()
    .resize(LOOK_WIDTH, LOOK_HEIGHT, { fit: 'fill', fastShrinkOnLoad: false })
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { ...autoOrient, look: lookOf(grey) };
}
