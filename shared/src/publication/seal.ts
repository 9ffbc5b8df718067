import { canonicalText } from './canonical.ts';
import { contentDifference } from './consistency.ts';
import { inEnglish } from './difference.ts';
import { publicationHash } from './hash.ts';
import { type Payload, PublicationFile } from './payload.ts';
import { keyIdOf, signHash } from './sign.ts';

export interface SealedPublication {
  readonly file: PublicationFile;
  /** The file itself: its UTF-8 bytes are what is stored, served and verified, nothing before and nothing after. */
  readonly text: string;
}

/**
 * Makes a publication: hashed, linked to the one before it in its chain (null for the first) and signed with a 32-byte
 * Ed25519 secret key. Throws a RangeError where a figure does not follow from the payload's own rows, so that nothing
 * wrong is ever signed, and a ZodError where the payload is not of the format.
 */
export function sealPublication(payload: Payload, previous: string | null, secretKey: Uint8Array): SealedPublication {
  const difference = contentDifference(payload);
  if (difference !== undefined) throw new RangeError(inEnglish(difference));
  const keyId = keyIdOf(secretKey);
  const hash = publicationHash({ keyId, payload, previous });
  const file = PublicationFile.parse({ payload, hash, previous, keyId, signature: signHash(hash, secretKey) });
  return { file, text: canonicalText(file) };
}
