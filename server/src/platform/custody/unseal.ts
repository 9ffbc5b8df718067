import { createDecipheriv } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What a phone sealed with this key: AES-256-GCM, its nonce in front and its tag at the end. Undefined where it was sealed
 * with another key, or a bit of it changed.
 */
export function unseal(key: Uint8Array, sealed: Buffer): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const closed = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  const opening = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  opening.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([opening.update(closed), opening.final()]);
  } catch {
    return undefined;
  }
}
