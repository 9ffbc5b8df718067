import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import type { EvidenceStore } from '@patuh/server/platform/evidence/store';

import type { UploadDeps } from './deps.ts';
import { filePurgedAt, findSent, type Upload } from './queries.ts';

/**
 * Whether the assessment has the file, and it is whole: only then is there a receipt. A row without its file, or with a
 * damaged one, is mended by sending the file again. What was here and was purged is not wanted again,
 * unless a correction needs it.
 */
export async function isHere(
  { db, store }: Pick<UploadDeps, 'db' | 'store'>,
  { assessmentId, sha256 }: Pick<Upload, 'assessmentId' | 'sha256'>,
): Promise<boolean> {
  const sent = await findSent(db, assessmentId, sha256);
  if (sent === undefined) return false;
  return sent.purgedAt === null
    ? await isWhole(store, sha256)
    : (await filePurgedAt(db, { assessmentId, sha256 })) !== null;
}

/** Whether the file is in the store and what its hash says; reads it to the end. */
export async function isWhole(store: Pick<EvidenceStore, 'open'>, sha256: string): Promise<boolean> {
  const bytes: Readable | undefined = await store.open(sha256);
  if (bytes === undefined) return false;
  const hash = createHash('sha256');
  for await (const chunk of bytes) if (chunk instanceof Buffer) hash.update(chunk);
  return hash.digest('hex') === sha256;
}
