import * as z from 'zod/mini';

/** What of a photo nobody outside the team and the office may see: faces, plates, names. */

/** What a picture is wide, and what it is high, in the measure of areas: they fit whatever size it is shown in. */
export const WHOLE = 10_000;
/** Most areas of a photo; where there are more faces, nobody outside sees it at all. */
export const MOST_AREAS = 40;

const Start = z.int().check(z.minimum(0), z.maximum(WHOLE - 1));
const Length = z.int().check(z.minimum(1), z.maximum(WHOLE));

/** A rectangle of the upright picture, in ten-thousandths of its width and height. */
export const Area = z
  .strictObject({ left: Start, top: Start, width: Length, height: Length })
  .check(z.refine(({ left, top, width, height }) => left + width <= WHOLE && top + height <= WHOLE));
export type Area = z.infer<typeof Area>;

/** None: somebody says that there is nothing to hide. */
export const Areas = z.array(Area).check(z.maxLength(MOST_AREAS));

export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Whole pixels, `right` and `bottom` behind the last. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Pixels that an area reaches further than it was drawn. A JPEG is packed in squares of 16 pixels and its colours run over
 * into the next two: so nothing of what lies inside is left in what lies beside.
 */
const PACKED = 18;
/** The same for whoever drew a little too close, as a share of the longer side. */
const CLOSE = 0.01;

/** The pixels of a picture that are hidden by an area. */
export function hiddenPixels({ left, top, width, height }: Area, picture: Picture): PixelBox {
  const more = Math.max(PACKED, Math.ceil(CLOSE * Math.max(picture.width, picture.height)));
  const from = (start: number, side: number): number => Math.max(0, Math.floor((start * side) / WHOLE) - more);
  const until = (end: number, side: number): number => Math.min(side, Math.ceil((end * side) / WHOLE) + more);
  return {
    left: from(left, picture.width),
    top: from(top, picture.height),
    right: until(left + width, picture.width),
    bottom: until(top + height, picture.height),
  };
}

/** What stands in place of what is hidden, 0 … 255 of each colour: nothing of the picture goes into it. */
export const HIDDEN_GREY = 96;
