import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Names the purpose, so that a signature made for something else can never pass for one under a publication. */
const PURPOSE = 'patuh-publication:';

/** The Ed25519 public key of a 32-byte secret key, lower-case hex: 64 characters, so it is its own fingerprint. */
export function keyIdOf(secretKey: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(secretKey));
}

/** Ed25519 (RFC 8032) over the ASCII bytes of `patuh-publication:` and the hash in hex; lower-case hex. */
export function signHash(hash: string, secretKey: Uint8Array): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(PURPOSE + hash), secretKey));
}

/** False for a key or signature that is none. Strict by RFC 8032: weak keys that sign everything are refused. */
export function isSignedBy(hash: string, signature: string, keyId: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), utf8ToBytes(PURPOSE + hash), hexToBytes(keyId), { zip215: false });
  } catch {
    return false;
  }
}
