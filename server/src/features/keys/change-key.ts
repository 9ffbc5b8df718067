import type { AuditActor } from '@patuh/shared/audit/event';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';
import { type KeyChange, signKeyChange } from '@patuh/shared/publication/key-changes';
import { keyIdOf } from '@patuh/shared/publication/sign';

import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import { StartError } from '@patuh/server/platform/start-error';
import { findKeyChanges, findLastPublication, insertKeyChange, isServed, lockChainForKey } from './queries.ts';

export interface KeyChangeDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  readonly actor: AuditActor;
}

/** Both are 32-byte Ed25519 secret keys. */
interface Keys {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/**
 * Records that the office signs with another key from now on. Throws a StartError while a server runs, or where the old
 * key is not the one that signs now.
 */
export async function changeKey({ db, now, actor }: KeyChangeDeps, { from, to }: Keys): Promise<KeyChange> {
  const previousKeyId = keyIdOf(from);
  const keyId = keyIdOf(to);
  if (keyId === previousKeyId) throw new StartError('The new key is the one that signs already.');
  return await inTransaction(db, async (trx) => {
    await lockChainForKey(trx, 'main');
    if (await isServed(trx)) throw new StartError('A server uses this database: stop it before the key is changed.');
    const changes = await findKeyChanges(trx, 'main');
    const last = await findLastPublication(trx, 'main');
    const fault = whyNotHandOver(changes, last, { previousKeyId, keyId });
    if (fault !== undefined) throw new StartError(fault);
    const after = last?.hash ?? null;
    const content = { chain: 'main' as const, sequence: changes.length + 1, keyId, previousKeyId, after };
    const change = signKeyChange({ ...content, at: now().toISOString() }, from);
    await insertKeyChange(trx, change);
    await appendAudit(
      trx,
      {
        office: 'pusat',
        actor,
        action: 'key.changed',
        subject: { kind: 'signing-key', id: keyId },
        beforeHash: changes.length === 0 ? null : sha256Hex(canonicalText(changes.at(-1))),
        afterHash: sha256Hex(canonicalText(change)),
        detail: { from: previousKeyId, to: keyId },
      },
      now,
    );
    return change;
  });
}

function whyNotHandOver(
  changes: readonly KeyChange[],
  last: { readonly keyId: string } | undefined,
  { previousKeyId, keyId }: Pick<KeyChange, 'previousKeyId' | 'keyId'>,
): string | undefined {
  const current = changes.at(-1)?.keyId ?? last?.keyId ?? previousKeyId;
  if (current !== previousKeyId) {
    return `The key that signs now is ${current}, but the old key given is ${previousKeyId}: only the key itself can hand over.`;
  }
  const used = new Set(changes.flatMap((change) => [change.keyId, change.previousKeyId]));
  return used.has(keyId) ? `The key ${keyId} was used before; a key that was given up never comes back.` : undefined;
}
