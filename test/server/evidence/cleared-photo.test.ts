import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';

import { clearedPhoto } from '@patuh/server/platform/evidence/cleared-photo';
import { type Area, HIDDEN_GREY, hiddenPixels, WHOLE } from '@patuh/shared/domain/clearance';

import { photo } from '../../support/evidence-files.ts';

/** Pixels of an upright picture, three bytes each. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** How a camera stores an upright picture under each orientation of EXIF that cameras write. */
const STORED: Readonly<Record<number, (upright: Sharp) => Sharp>> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  6: (upright) => upright.rotate(270),
  8: (upright) => upright.rotate(90),
};

interface Camera {
  readonly orientation: number;
  readonly quality: number;
  readonly chromaSubsampling: '4:2:0' | '4:4:4';
}

const GPS = { IFD0: { Model: 'Telepon lapangan' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '10/1 10/1 40/1' } };

async function photographed({ width, height, pixels }: Picture, camera: Camera): Promise<Buffer> {
  const { orientation, quality, chromaSubsampling } = camera;
  const upright = sharp(pixels, { raw: { width, height, channels: 3 } });
  const stored = await STORED[orientation]!(upright).png().toBuffer();
  return await sharp(stored)
    .withExif(GPS)
    .withMetadata({ orientation })
    .jpeg({ quality, chromaSubsampling })
    .toBuffer();
}

/** What a photo of something looks like: patches of colour that run into each other, with grain. */
async function aScene(width: number, height: number): Promise<Picture> {
  const pixels = await sharp(randomBytes(6 * 5 * 3), { raw: { width: 6, height: 5, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return { width, height, pixels };
}

/** The same scene with somebody else in each area. */
function withOthers({ width, height, pixels }: Picture, areas: readonly Area[]): Picture {
  const other = Buffer.from(pixels);
  for (const area of areas) {
    const [left, right] = [Math.ceil((area.left * width) / WHOLE), ((area.left + area.width) * width) / WHOLE];
    const [top, bottom] = [Math.ceil((area.top * height) / WHOLE), ((area.top + area.height) * height) / WHOLE];
    for (let row = top; row < Math.floor(bottom); row += 1) {
      const [start, end] = [(row * width + left) * 3, (row * width + Math.floor(right)) * 3];
      if (end > start) randomBytes(end - start).copy(other, start);
    }
  }
  return { width, height, pixels: other };
}

const areaArb: fc.Arbitrary<Area> = fc
  .record({
    left: fc.integer({ min: 0, max: WHOLE - 1 }),
    top: fc.integer({ min: 0, max: WHOLE - 1 }),
    width: fc.integer({ min: 1, max: WHOLE / 2 }),
    height: fc.integer({ min: 1, max: WHOLE / 2 }),
  })
  .map(({ left, top, width, height }) => ({
    left,
    top,
    width: Math.min(width, WHOLE - left),
    height: Math.min(height, WHOLE - top),
  }));
const cameraArb: fc.Arbitrary<Camera> = fc.record({
  orientation: fc.constantFrom(1, 2, 3, 4, 6, 8),
  quality: fc.integer({ min: 30, max: 95 }),
  chromaSubsampling: fc.constantFrom('4:2:0', '4:4:4'),
});
const sizeArb = fc.record({ width: fc.integer({ min: 20, max: 700 }), height: fc.integer({ min: 20, max: 700 }) });
const areasArb = fc.array(areaArb, { minLength: 1, maxLength: 4 });

async function shown(bytes: Buffer, areas: readonly Area[]): Promise<Buffer> {
  const cleared = await clearedPhoto(bytes, areas, 'whole');
  if (cleared === undefined) throw new Error('nothing is shown');
  return cleared;
}

async function pixelsOf(jpeg: Buffer): Promise<Buffer> {
  return await sharp(jpeg, { autoOrient: true }).removeAlpha().raw().toBuffer();
}

describe('a photo as it is shown outside', () => {
  it('is the same to its last byte, whoever stands inside the areas', async () => {
    await fc.assert(
      fc.asyncProperty(sizeArb, areasArb, cameraArb, async ({ width, height }, areas, camera) => {
        const scene = await aScene(width, height);
        const one = await photographed(scene, camera);
        const other = await photographed(withOthers(scene, areas), camera);
        expect((await shown(one, areas)).equals(await shown(other, areas))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is one grey inside the areas, and outside of them the photo, the right way up', async () => {
    await fc.assert(
      fc.asyncProperty(sizeArb, areasArb, cameraArb, async ({ width, height }, areas, camera) => {
        const bytes = await photographed(await aScene(width, height), camera);
        const [before, after] = [await pixelsOf(bytes), await pixelsOf(await shown(bytes, areas))];
        expect(after.length).toBe(before.length);
        const boxes = areas.map((area) => hiddenPixels(area, { width, height }));
        let [greyest, differing, beside] = [0, 0, 0];
        for (let at = 0; at < before.length; at += 3) {
          const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
          const inside = (more: number): boolean =>
            boxes.some(
              ({ left, right, top, bottom }) =>
                x >= left - more && x < right + more && y >= top - more && y < bottom + more,
            );
          const off = Math.abs(before[at + 1]! - after[at + 1]!);
          // Packed anew in squares of 16, grey and photo mix at the edge of the grey.
          if (inside(-18)) greyest = Math.max(greyest, Math.abs(after[at + 1]! - HIDDEN_GREY));
          else if (!inside(18)) [differing, beside] = [differing + off, beside + 1];
        }
        expect(greyest).toBeLessThanOrEqual(2);
        expect(beside === 0 ? 0 : differing / beside).toBeLessThan(6);
      }),
      { numRuns: 30 },
    );
  });

  it('carries nothing that the camera wrote', async () => {
    const bytes = await photographed(await aScene(320, 240), {
      orientation: 6,
      quality: 80,
      chromaSubsampling: '4:2:0',
    });
    expect(bytes.includes('Telepon lapangan')).toBe(true);
    const cleared = await shown(bytes, []);
    const { width, height, exif, orientation, icc, xmp, iptc } = await sharp(cleared).metadata();
    expect([width, height, exif, orientation, icc, xmp, iptc]).toEqual([320, 240, ...Array(5).fill(undefined)]);
    expect(cleared.includes('Exif') || cleared.includes('Telepon')).toBe(false);
    expect(cleared.equals(bytes)).toBe(false);
  });

  it('is no larger than a screen, and small where several stand on a page', async () => {
    const bytes = await photo(1, { width: 2_400, height: 1_200 });
    const sizes = await Promise.all(
      (['whole', 'small'] as const).map(async (size) => {
        const { width, height } = await sharp(await clearedPhoto(bytes, [], size)).metadata();
        return [width, height];
      }),
    );
    expect(sizes).toEqual([
      [1_600, 800],
      [480, 240],
    ]);
  });

  it('is hidden to the edge of the picture, however close an area is to it, and never less than was drawn', () => {
    fc.assert(
      fc.property(areaArb, sizeArb, (area, picture) => {
        const { left, right, top, bottom } = hiddenPixels(area, picture);
        expect(left).toBeLessThanOrEqual(Math.max(0, (area.left * picture.width) / WHOLE - 18));
        expect(top).toBeLessThanOrEqual(Math.max(0, (area.top * picture.height) / WHOLE - 18));
        const [toRight, toBottom] = [area.left + area.width, area.top + area.height];
        expect(right).toBeGreaterThanOrEqual(Math.min(picture.width, (toRight * picture.width) / WHOLE + 18));
        expect(bottom).toBeGreaterThanOrEqual(Math.min(picture.height, (toBottom * picture.height) / WHOLE + 18));
        expect(right - left).toBeGreaterThan(0);
      }),
    );
  });

  it('is not shown where the photo is damaged', async () => {
    const bytes = await photo();
    expect(await clearedPhoto(bytes.subarray(0, bytes.length / 2), [], 'whole')).toBeUndefined();
  });
});
