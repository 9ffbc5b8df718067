import type { Readable } from 'node:stream';

import { inSnapshot } from '@patuh/server/platform/database';
import { readAddress } from '@patuh/server/platform/evidence/file-address';
import { findFiles } from '@patuh/server/platform/evidence/sent-files';
import { ProblemError } from '@patuh/server/platform/problem';
import { grantsOf } from '@patuh/server/platform/sessions/grants';
import { isOpen } from '@patuh/server/platform/sessions/open-account';
import type { FileType } from '@patuh/shared/domain/evidence';

import type { EvidenceDeps } from './deps.ts';
import { placeToSee } from './list-evidence.ts';

export interface FoundFile {
  readonly body: Readable | Buffer;
  readonly type: FileType;
  readonly size: number;
  /** What it is called on the disk of whoever keeps it. */
  readonly name: string;
  /** How long the address is still good, in whole seconds. */
  readonly seconds: number;
}

/**
 * The file of an address, for as long as whoever it was given to may see it: rights that were taken away count at once.
 * Throws `not-found` for every other address.
 */
export async function fileAt(deps: EvidenceDeps, token: string): Promise<FoundFile> {
  const now = deps.now();
  const address = readAddress(deps.addressKey, token, now);
  if (address === undefined) throw new ProblemError('not-found');
  const { assessmentId, personId, sha256, variant, until } = address;
  const file = await inSnapshot(deps.db, async (db) => {
    if (!(await isOpen(db, personId))) return undefined;
    await placeToSee(db, { personId, grants: await grantsOf(db, personId) }, assessmentId);
    return (await findFiles(db, assessmentId, sha256))[0];
  });
  if (file === undefined) throw new ProblemError('not-found');
  const small = variant === 'thumbnail' ? await deps.thumbnails(sha256) : undefined;
  const body = variant === 'thumbnail' ? small : await deps.store.open(sha256);
  if (body === undefined) throw new ProblemError('not-found');
  return {
    body,
    type: file.type,
    size: small?.length ?? file.size,
    name: `bukti-${sha256.slice(0, 12)}.${file.type === 'application/pdf' ? 'pdf' : 'jpg'}`,
    seconds: Math.floor((until.getTime() - now.getTime()) / 1000),
  };
}
