import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';

/** Photos as phones make them. */
export interface PhotoOptions {
  readonly width?: number;
  readonly height?: number;
  /** Of EXIF: 6 is a phone held upright. */
  readonly orientation?: number;
  /** 0 … 255: how grainy; what has grain is hard to compress. */
  readonly grain?: number;
}

/** No two are the same. */
export async function aPhotoFile(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 1_200, height = 900, orientation = 1, grain = 40 } = options;
  const cells = randomBytes(12 * 9 * 3);
  const ground = sharp(cells, { raw: { width: 12, height: 9, channels: 3 } }).resize(width, height, {
    kernel: 'cubic',
  });
  const noise = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: grain } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const drawn = await ground
    .composite([{ input: noise, blend: 'overlay' }])
    .jpeg({ quality: 92 })
    .toBuffer();
  return await sharp(drawn)
    .withExif({ IFD0: { Make: 'Kamera Contoh' }, IFD3: { GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Files on the disk for a picker, thrown away by `close`. */
export interface FilesToPick {
  put(name: string, content: Uint8Array): Promise<string>;
  read(name: string): Promise<Buffer>;
  close(): Promise<void>;
}

export async function filesToPick(): Promise<FilesToPick> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-files-'));
  return {
    put: async (name, content) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    read: async (name) => await readFile(join(folder, name)),
    close: async () => await rm(folder, { recursive: true, force: true }),
  };
}
