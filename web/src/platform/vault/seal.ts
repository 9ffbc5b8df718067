/** Sealing: AES-256-GCM, a fresh nonce of twelve bytes in front of the text it was used for. The server opens the same. */

const NONCE_BYTES = 12;
const ALGORITHM = 'AES-GCM';

/** A key for `seal` and `unseal` from 32 bytes; nobody can read it back. */
export async function sealingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce }, key, content));
  const sealed = new Uint8Array(nonce.length + closed.length);
  sealed.set(nonce);
  sealed.set(closed, nonce.length);
  return sealed;
}

/** Undefined where it was sealed with another key, or a bit of it changed. */
export async function unseal(
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [iv, closed] = [sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES)];
  if (iv.length < NONCE_BYTES) return undefined;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, closed));
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Throws an InvalidCharacterError on anything but base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
