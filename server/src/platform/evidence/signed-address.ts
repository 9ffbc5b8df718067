import { createHmac, timingSafeEqual } from 'node:crypto';

/** The last part of an address that only we can have made, and that says by itself what it stands for. */

const SIGNATURE = 32;

/** Made of these bytes, which whoever has the address can read. */
export function signedPart(key: Buffer, bytes: Buffer): string {
  return Buffer.concat([bytes, signatureOf(key, bytes)]).toString('base64url');
}

/** The bytes of a part; undefined where we did not make it of so many. */
export function readSignedPart(key: Buffer, part: string, length: number): Buffer | undefined {
  const all = Buffer.from(part, 'base64url');
  // One spelling only: what was decoded leniently is not what was given.
  if (all.length !== length + SIGNATURE || all.toString('base64url') !== part) return undefined;
  const bytes = all.subarray(0, length);
  return timingSafeEqual(signatureOf(key, bytes), all.subarray(length)) ? bytes : undefined;
}

function signatureOf(key: Buffer, bytes: Buffer): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

export function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const WINDOW_MS = 5 * 60 * 1000;

/**
 * When addresses given now end: in five to ten minutes, and for everybody at the same moments, so that whoever asks again
 * soon gets the same address and their browser has the picture already.
 */
export function endOfService(now: Date): Date {
  return new Date((Math.floor(now.getTime() / WINDOW_MS) + 2) * WINDOW_MS);
}
