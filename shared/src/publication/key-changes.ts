import * as z from 'zod/mini';

import { canonicalText } from './canonical.ts';
import { sha256Hex } from './hash.ts';
import { Sha256 } from './payload.ts';
import { isSignedBy, signHash } from './sign.ts';

/**
 * From which publication on the office signs with another key, said by the old key. Whoever trusts a key can follow the
 * list to the keys that came after it; a list nobody trusted signed for says nothing.
 */
export const KeyChange = z.strictObject({
  chain: z.enum(['main', 'demo']),
  /** From 1 without gaps. */
  sequence: z.int().check(z.minimum(1)),
  /** The new public key, lower-case hex. */
  keyId: Sha256,
  previousKeyId: Sha256,
  /** Hash of the last publication of the old key; null where it signed none. */
  after: z.nullable(Sha256),
  at: z.iso.datetime({ precision: 3 }),
  /** Ed25519 by the old key; see `keyChangeHash`. */
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});
export type KeyChange = z.infer<typeof KeyChange>;

export const KeyChanges = z.strictObject({ format: z.literal('patuh-keys/1'), changes: z.array(KeyChange) });
export type KeyChanges = z.infer<typeof KeyChanges>;

/** Makes the entry that hands over from one key to the next. `secretKey` is the old one. */
export function signKeyChange(content: Omit<KeyChange, 'signature'>, secretKey: Uint8Array): KeyChange {
  return { ...content, signature: signHash(keyChangeHash(content), secretKey) };
}

/** Whether the old key says so. */
export function isKeyChangeSigned({ signature, ...content }: KeyChange): boolean {
  return isSignedBy(keyChangeHash(content), signature, content.previousKeyId);
}

/**
 * The keys that may be trusted by whoever trusts `trusted`: that key, and those it hands over to, as far as every step is
 * signed. Earlier keys are not among them: a later key says nothing about what came before it.
 */
export function trustedKeys(
  trusted: string,
  { changes }: Pick<KeyChanges, 'changes'> = { changes: [] },
): readonly string[] {
  const keys = [trusted];
  for (const change of changes.toSorted((a, b) => a.sequence - b.sequence)) {
    if (change.previousKeyId === keys.at(-1) && isKeyChangeSigned(change)) keys.push(change.keyId);
  }
  return keys;
}

/** The word in front keeps the signature from ever passing for one under a publication. */
function keyChangeHash(content: Omit<KeyChange, 'signature'>): string {
  return sha256Hex(`patuh-key-change:${canonicalText(content)}`);
}
