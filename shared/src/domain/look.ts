import { Look } from './evidence.ts';

/** How a photo looks: the same on phone and server, up to what scaling makes of single pixels. */

/** The picture is scaled to so many grey pixels, whatever its shape. */
export const LOOK_WIDTH = 9;
export const LOOK_HEIGHT = 8;

/**
 * Assumed, measured with scaled, sharpened and newly compressed copies: those differ in at most this many of 64 bits, and
 * photos of different things nearly always in more.
 */
export const SAME_LOOK = 6;

/** Difference hash: whether each pixel is brighter than its right neighbour. Throws a RangeError on any other size. */
export function lookOf(grey: ArrayLike<number>): Look {
  if (grey.length !== LOOK_WIDTH * LOOK_HEIGHT) throw new RangeError(`${grey.length} pixels instead of 72`);
  let bits = 0n;
  for (let row = 0; row < LOOK_HEIGHT; row += 1) {
    for (let column = 0; column < LOOK_WIDTH - 1; column += 1) {
      const at = row * LOOK_WIDTH + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return Look.parse(bits.toString(16).padStart(16, '0'));
}

/** In how many of the 64 bits two photos differ. */
export function lookDistance(one: Look, other: Look): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  while (differing > 0n) {
    count += Number(differing & 1n);
    differing >>= 1n;
  }
  return count;
}
