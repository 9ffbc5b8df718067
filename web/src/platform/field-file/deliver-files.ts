import type { FieldFileId } from '@patuh/shared/domain/ids';

import type { Ending } from '../field-store/exchange.ts';
import type { FieldStore } from '../field-store/field-store.ts';
import { type Bring, sendFile } from './send-file.ts';

/** Files the server could make nothing of: they stay here, and are tried again when the app is opened the next time. */
const unreadable = new Set<FieldFileId>();

/**
 * Brings the files of colleagues that this device carries to the server. One that it cannot read, or over which it
 * stumbles, holds up no other.
 */
export async function deliverFiles(
  store: Pick<FieldStore, 'carried' | 'delivered'>,
  bring: Bring,
  now: () => Date = () => new Date(),
): Promise<Ending> {
  let ending: Ending = { kind: 'done' };
  for (const { file, deliveredAt } of await store.carried()) {
    if (deliveredAt !== null || unreadable.has(file.id)) continue;
    const reply = await sendFile(file, bring);
    if (reply.kind === 'unreachable') return reply;
    if (reply.kind === 'unreadable') return { kind: 'not-understood' };
    if (reply.kind === 'ok') await store.delivered(file.id, now().toISOString());
    else if (reply.problem.code === 'field-file-unreadable') unreadable.add(file.id);
    else if (reply.problem.code === 'signed-out') return { kind: 'signed-out' };
    else {
      ending = { kind: 'problem', code: reply.problem.code };
      if (!isAboutFile(reply.problem.code)) return ending;
    }
  }
  return ending;
}

/** It may be the file, or something on the way, or a server that is older than the app: later it is tried again. */
function isAboutFile(code: string): boolean {
  return code === 'internal-error' || code === 'invalid-request' || code === 'request-too-large';
}
