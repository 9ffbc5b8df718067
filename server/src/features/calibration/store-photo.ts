import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import { StoreFull } from '@patuh/server/platform/evidence/store';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import { ProblemError } from '@patuh/server/platform/problem';

import type { CalibrationDeps } from './deps.ts';

export interface StoredPhoto {
  readonly sha256: string;
  readonly size: number;
  readonly found: Inspected;
}

/** Looks at a photo and puts it on the disk for good; what is none is refused and thrown away. */
export async function storePhoto({ store, inspect }: CalibrationDeps, bytes: Buffer): Promise<StoredPhoto> {
  const id = randomUUID();
  try {
    await store.append(id, { from: 0, to: bytes.length }, Readable.from([bytes]));
    const found = await inspect(store.uploadPath(id), 'image/jpeg');
    if ('fault' in found) throw new ProblemError('file-refused', [], { fault: found.fault });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.keep(id, sha256);
    return { sha256, size: bytes.length, found };
  } catch (error) {
    throw error instanceof StoreFull ? new ProblemError('storage-full') : error;
  } finally {
    await store.giveUp(id);
  }
}
