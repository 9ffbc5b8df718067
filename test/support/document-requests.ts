import { createHash } from 'node:crypto';

import type { DocumentRequest } from '@patuh/shared/contracts/document-requests';
import { dayIn } from '@patuh/shared/domain/calendar';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { type Answer, type Caller } from './people.ts';
import type { HandedIn } from './verification.ts';

/** A document that the office asks of a unit, and the unit that sends it through the link. */

const DAY_MS = 24 * 60 * 60 * 1000;
const WANTED = 'Surat keputusan penunjukan pejabat pengelola pengaduan';

export async function ask(
  { verifier, unit, instrument }: Pick<HandedIn, 'verifier' | 'unit' | 'instrument'>,
  wanted: string = WANTED,
): Promise<{ readonly request: DocumentRequest; readonly token: string }> {
  const { id: indicatorId } = indicatorsOf(instrument.tree).find(({ subject }) => subject === 'unit')!;
  const dueOn = dayIn('Asia/Makassar', new Date(Date.now() + 3 * DAY_MS));
  const body = { indicatorId, subjectId: 'unit', wanted, dueOn };
  const answer = await verifier.post(`/api/office/assessments/${unit.id}/document-requests`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { request, link } = answer.body as { request: DocumentRequest; link: { url: string } };
  return { request, token: link.url.split('#')[1]! };
}

/** Begins a file; answers with the id of its delivery. */
export async function beginFile(unit: Caller, token: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { sha256, type: 'application/pdf', size: bytes.length, name: 'SK pengaduan.pdf' };
  const answer = await unit.post('/api/document-requests/files', { token, ...file });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { deliveryId: string }).deliveryId;
}

export async function sendPart(
  unit: Caller,
  {
    token,
    id,
    offset,
    bytes,
  }: { readonly token: string; readonly id: string; readonly offset: number; readonly bytes: Buffer },
): Promise<Answer> {
  const body = { token, offset, bytes: bytes.toString('base64') };
  return await unit.post(`/api/document-requests/files/${id}/parts`, body);
}
