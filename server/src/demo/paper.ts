import { createHash, randomBytes } from 'node:crypto';

import type { Asked, OfficeStep } from '@patuh/seeds/demo/office';
import type { Actor } from '@patuh/shared/domain/actor';

import { askForDocument } from '../features/document-requests/ask.ts';
import { beginFile, takePart } from '../features/document-requests/deliver.ts';
import type { Stage } from './stage.ts';

/** A verifier asks a unit for a document; the link is handed on as it would be by telephone. */
export async function askForPaper(
  stage: Stage,
  actor: Actor,
  { assessmentId, indicatorId, subjectId, wanted, dueOn }: Asked,
): Promise<void> {
  // Signs addresses of files, which nobody reads here; of the link its secret is all that is used.
  const deps = { ...stage, ...NOWHERE };
  const { link } = await askForDocument(deps, actor, assessmentId, { indicatorId, subjectId, wanted, dueOn });
  stage.links.set(assessmentId, link.url.slice(link.url.indexOf('#') + 1));
}

/** Whoever has the link sends a document. */
export async function sendPaper(
  stage: Stage,
  { assessmentId, name, bytes }: Extract<OfficeStep, { kind: 'send' }>,
): Promise<void> {
  const deps = { ...stage, ...NOWHERE };
  const token = stage.links.get(assessmentId) ?? '';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const type = 'application/pdf';
  const { deliveryId, offset } = await beginFile(deps, { token, sha256, type, size: bytes.length, name });
  await takePart(deps, { token, deliveryId, offset, bytes: bytes.subarray(offset) });
}

const NOWHERE = { addressKey: randomBytes(32), origin: '' };
