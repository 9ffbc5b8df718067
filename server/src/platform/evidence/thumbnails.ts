import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import pLimit from 'p-limit';

import { decoded } from './pictures.ts';
import type { EvidenceStore } from './store.ts';

/** Two of them stand beside each other on a phone. */
const LONGEST_SIDE = 320;
const QUALITY = 70;
const FILE_MODE = 0o600;

/** A small picture of a photo; undefined where the photo is not here, or nobody can decode it any more. */
export type Thumbnails = (sha256: string) => Promise<Buffer | undefined>;

/**
 * Small pictures, made when somebody first looks: pixels only, the right way up, without anything the camera wrote beside
 * them. They lie in a folder that may be emptied at any time; what is not there is made anew.
 */
export function thumbnailsIn(folder: string, store: Pick<EvidenceStore, 'open'>): Thumbnails {
  const oneAtATime = pLimit(1);
  return async (sha256) => {
    const path = thumbnailPath(folder, sha256);
    return (
      (await kept(path)) ??
      // Asked for twice at once it is there when the second one has its turn.
      (await oneAtATime(async () => (await kept(path)) ?? (await make(store, sha256, path))))
    );
  };
}

/** Where the small picture of a photo lies, once somebody looked. */
export function thumbnailPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.jpg`);
}

async function kept(path: string): Promise<Buffer | undefined> {
  return await readFile(path).catch(() => undefined);
}

async function make(store: Pick<EvidenceStore, 'open'>, sha256: string, path: string): Promise<Buffer | undefined> {
  const photo = await store.open(sha256);
  if (photo === undefined) return undefined;
  const small = await shrunk(await buffer(photo));
  if (small === undefined) return undefined;
  const partial = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(partial, small, { mode: FILE_MODE });
    await rename(partial, path);
  } catch {
    // A full disk keeps nobody from looking.
    await rm(partial, { force: true }).catch(() => undefined);
  }
  return small;
}

async function shrunk(photo: Buffer): Promise<Buffer | undefined> {
  const size = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  return await decoded(photo)
    .resize(size)
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer()
    .catch(() => undefined);
}
