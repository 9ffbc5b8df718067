import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

import type { PersonId } from '../domain/ids.ts';
import { canonicalText } from '../publication/canonical.ts';

/**
 * That this person entered this edit, as bytes for whoever holds their key (the person’s phones and the server). Numbers
 * are not in it: a device may number anew. It is of the edit as it was written, before a schema trims or orders anything.
 */
export function proofOf(key: Uint8Array, author: PersonId, edit: object): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(canonicalText({ author, edit })));
}
