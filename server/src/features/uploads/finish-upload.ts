import { lockAssessment, raiseForFile } from '@patuh/server/platform/assessments/lock';
import { saveFilesHere } from '@patuh/server/platform/assessments/summaries';
import { mayBring, mayBringTo } from '@patuh/server/platform/assessments/team';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';

import type { UploadDeps } from './deps.ts';
import { deleteUpload, filePurgedAt, insertFile, type Upload } from './queries.ts';

/**
 * All bytes are here: they become a file of the assessment if they are what was announced and nothing but that. When it
 * answers, the file is on the disk for good and known as the assessment’s; any number of times. What is refused is thrown
 * away, so that the upload begins anew.
 */
export async function finishUpload(deps: UploadDeps, actor: Actor, upload: Upload): Promise<void> {
  const { db, store, inspect } = deps;
  const { id, assessmentId, sha256, type } = upload;
  const [may, digest] = await Promise.all([mayBringTo(db, actor, assessmentId), store.digest(id)]);
  if (!may) throw new ProblemError('not-found');
  if (digest !== sha256) {
    await throwAway(deps, id);
    throw new ProblemError('file-differs');
  }
  const found = await inspect(store.uploadPath(id), type);
  if ('fault' in found) {
    await throwAway(deps, id);
    throw new ProblemError('file-refused', [], { fault: found.fault });
  }
  const purgedAt = await filePurgedAt(db, upload);
  // First the file, then the rows: nobody is ever told of a file that is not there. What comes when its time is over is
  // received, and not kept.
  if (purgedAt === null) await store.keep(id, sha256);
  await record(deps, actor, upload, found, purgedAt);
  await store.giveUp(id);
}

async function record(
  { db, now }: UploadDeps,
  actor: Actor,
  upload: Upload,
  found: Inspected,
  purgedAt: Date | null,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const at = now();
    const assessment = await lockAssessment(trx, upload.assessmentId, at);
    if (assessment === undefined || !mayBring(actor, assessment)) throw new ProblemError('not-found');
    // Not where a colleague’s phone brought the same file.
    if (!(await insertFile(trx, upload, found, { at, purgedAt }))) return;
    await raiseForFile(trx, assessment);
    await saveFilesHere(trx, assessment.id);
    await appendAudit(
      trx,
      {
        office: assessment.place.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'evidence.received',
        subject: { kind: 'assessment', id: assessment.id },
        beforeHash: null,
        afterHash: upload.sha256,
        detail: { size: upload.size, version: assessment.version + 1 },
      },
      now,
    );
  });
}

/** First the row: bytes without a row are swept away some day, a row that lost its bytes would begin at nothing. */
async function throwAway({ db, store }: UploadDeps, id: string): Promise<void> {
  await inTransaction(db, async (trx) => await deleteUpload(trx, id));
  await store.giveUp(id);
}
