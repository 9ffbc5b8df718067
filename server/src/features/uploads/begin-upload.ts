import { randomUUID } from 'node:crypto';

import { mayBringTo } from '@patuh/server/platform/assessments/team';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';
import { MOST_BYTES, MOST_FILES } from '@patuh/shared/domain/evidence';

import type { UploadDeps } from './deps.ts';
import { isHere } from './is-here.ts';
import { countOthers, deleteUpload, findUploadOf, holdFiles, insertUpload, type Upload } from './queries.ts';

export type WishedUpload = Pick<Upload, 'assessmentId' | 'sha256' | 'type' | 'size'>;

/**
 * The upload under which somebody sends that file for that assessment: the one they began before, or a new one; `here` where
 * the assessment has the file already. What other assessments have is not looked at.
 */
export async function beginUpload(deps: UploadDeps, actor: Actor, wished: WishedUpload): Promise<Upload | 'here'> {
  const { db, now, store } = deps;
  const { assessmentId, sha256, type, size } = wished;
  if (!(await mayBringTo(db, actor, assessmentId))) throw new ProblemError('not-found');
  const file = { assessmentId, personId: actor.personId, sha256 };
  const [here, begun] = await Promise.all([isHere(deps, file), findUploadOf(db, file)]);
  if (here) return 'here';
  if (size === 0) throw new ProblemError('file-refused', [], { fault: 'empty' });
  if (size > MOST_BYTES[type]) throw new ProblemError('request-too-large');

  if (begun?.size === size && begun.type === type) return begun;
  const upload = { id: randomUUID(), ...file, type, size };
  const inserted = await inTransaction(db, async (trx) => {
    await holdFiles(trx, assessmentId);
    if ((await countOthers(trx, file)) >= MOST_FILES) throw new ProblemError('too-many-files');
    // It was said to be of another length or type: one of the two is wrong, and nobody knows which.
    if (begun !== undefined) await deleteUpload(trx, begun.id);
    return await insertUpload(trx, upload, now());
  });
  if (begun !== undefined) await store.giveUp(begun.id);
  if (inserted) return upload;
  // Another request of theirs was quicker; it may even be through.
  const other = await findUploadOf(db, file);
  if (other !== undefined) return other;
  if (await isHere(deps, file)) return 'here';
  throw new ProblemError('not-ready');
}
