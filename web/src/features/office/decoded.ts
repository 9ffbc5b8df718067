import type { ShownPiece } from './evidence-model.ts';

/** So many photos are held ready; a point seldom has more than three. */
const HELD = 16;

const ready = new Map<string, HTMLImageElement>();

/** Fetches and decodes photos that somebody is about to look at, so that they paint at once. */
export function makeReady(pieces: readonly ShownPiece[]): void {
  for (const { file } of pieces) {
    if (file?.type !== 'image/jpeg' || ready.has(file.url)) continue;
    const image = new Image();
    image.src = file.url;
    // A photo that does not come says so where it is shown.
    image.decode().catch(() => ready.delete(file.url));
    ready.set(file.url, image);
  }
  for (const url of [...ready.keys()].slice(0, Math.max(0, ready.size - HELD))) ready.delete(url);
}
