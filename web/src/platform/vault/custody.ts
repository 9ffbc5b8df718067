import type { CustodyLock, FieldKeys } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { DataKeyBytes } from './data-key.ts';
import { fromBase64, toBase64 } from './seal.ts';

/** Locks a data key for the office, which gives it back to that person and nobody else: the label names them. */
export async function lockForOffice(
  bytes: DataKeyBytes,
  personId: PersonId,
  { keyId, publicKey }: FieldKeys['custody'],
): Promise<CustodyLock> {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), algorithm, false, ['encrypt']);
  const label = new TextEncoder().encode(`patuh-field ${personId}`);
  const wrapped = await crypto.subtle.encrypt({ name: 'RSA-OAEP', label }, key, bytes);
  return { keyId, wrapped: toBase64(new Uint8Array(wrapped)) };
}
