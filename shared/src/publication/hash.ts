import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Instrument } from '../domain/instrument.ts';
import { canonicalText } from './canonical.ts';
import type { PublicationFile } from './payload.ts';

/** SHA-256 of the UTF-8 bytes of a text, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a file, lower-case hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * What a publication is known by: the hash covers what it says, what came before it and who says so. It cannot cover
 * itself, and the signature is made of it.
 */
export function publicationHash({
  keyId,
  payload,
  previous,
}: Pick<PublicationFile, 'keyId' | 'payload' | 'previous'>): string {
  return sha256Hex(canonicalText({ keyId, payload, previous }));
}

/** Names the exact rules a publication follows, whatever is later changed under the same version. */
export function instrumentContentHash(instrument: Instrument): string {
  return sha256Hex(canonicalText(instrument));
}
