import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import { clearedPhoto } from '@patuh/server/platform/evidence/cleared-photo';
import { jpegFault } from '@patuh/server/platform/evidence/jpeg-structure';
import { StoreFull } from '@patuh/server/platform/evidence/store';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import { ProblemError } from '@patuh/server/platform/problem';
import type { CaseInput } from '@patuh/shared/contracts/calibration';
import type { Area } from '@patuh/shared/domain/clearance';

import type { CalibrationDeps } from './deps.ts';

export interface StoredPhoto {
  readonly sha256: string;
  readonly size: number;
  readonly found: Inspected;
}

/**
 * Makes a photo anew with what must not be seen painted over, and puts only that on the disk: the photo that was sent lies
 * nowhere, and people of all teams look at a case. What is no photo is refused.
 */
export async function storePhoto(
  { store, inspect }: CalibrationDeps,
  { jpeg, areas }: NonNullable<CaseInput['photo']>,
): Promise<StoredPhoto> {
  const cleared = await clearedOf(Buffer.from(jpeg, 'base64'), areas);
  const id = randomUUID();
  try {
    await store.append(id, { from: 0, to: cleared.length }, Readable.from([cleared]));
    const found = await inspect(store.uploadPath(id), 'image/jpeg');
    if ('fault' in found) throw new ProblemError('file-refused', [], { fault: found.fault });
    const sha256 = createHash('sha256').update(cleared).digest('hex');
    await store.keep(id, sha256);
    return { sha256, size: cleared.length, found };
  } catch (error) {
    throw error instanceof StoreFull ? new ProblemError('storage-full') : error;
  } finally {
    await store.giveUp(id);
  }
}

async function clearedOf(bytes: Buffer, areas: readonly Area[]): Promise<Buffer> {
  const fault = jpegFault(bytes);
  const cleared = fault === undefined ? await clearedPhoto(bytes, areas, 'whole') : undefined;
  if (cleared === undefined) throw new ProblemError('file-refused', [], { fault: fault ?? 'unreadable' });
  return cleared;
}
