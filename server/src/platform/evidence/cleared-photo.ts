import pLimit from 'p-limit';
import sharp from 'sharp';

import { type Area, HIDDEN_GREY, hiddenPixels } from '@patuh/shared/domain/clearance';

import { decoded } from './pictures.ts';

/** Longest side in pixels of what is shown outside: as large as a screen, and as small as a page shows several. */
export const CLEARED_SIDES = { whole: 1600, small: 480 } as const;
export type ClearedSize = keyof typeof CLEARED_SIDES;
const QUALITY = 80;

/** What one of them takes in memory is what all of them may take. */
const inTurn = pLimit(1);

/**
 * The photo as it may be shown outside: its pixels alone, upright, without anything the camera wrote, and with the areas in
 * one grey. They are painted over before anything is scaled or packed, so no byte of the answer depends on what was there.
 * Undefined where nobody can decode the photo.
 */
export async function clearedPhoto(
  photo: Buffer,
  areas: readonly Area[],
  size: ClearedSize,
): Promise<Buffer | undefined> {
  return await inTurn(async () => {
    try {
      const { data, info } = await decoded(photo)
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (const area of areas) paintOver(data, info, area);
      const side = CLEARED_SIDES[size];
      return await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: QUALITY })
        .toBuffer();
    } catch {
      return undefined;
    }
  });
}

interface Raw {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function paintOver(pixels: Buffer, picture: Raw, area: Area): void {
  const { left, top, right, bottom } = hiddenPixels(area, picture);
  for (let row = top; row < bottom; row += 1) {
    const start = row * picture.width;
    pixels.fill(HIDDEN_GREY, (start + left) * picture.channels, (start + right) * picture.channels);
  }
}
