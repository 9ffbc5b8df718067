import type { PersonId } from '@patuh/shared/domain/ids';

import type { DataKeyBytes } from './data-key.ts';
import { seal, sealingKey, unseal } from './seal.ts';

/** A data key, locked by a PIN together with the key of the device: of the two, neither opens it alone. */
export interface PinLock {
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Kept beside it, so that they may be raised for new locks. */
  readonly rounds: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What one guess costs. A million of them, on the phone itself, is days of work for whoever has its key as well. */
export const PIN_ROUNDS = 600_000;

/** Signs, and can never be read: it stays on the device that made it. */
export async function newDeviceKey(): Promise<CryptoKey> {
  return await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** Tells one device key from another, and gives away nothing of it. */
export type DeviceMark = Uint8Array<ArrayBuffer>;

export async function markOf(deviceKey: CryptoKey): Promise<DeviceMark> {
  const said = new TextEncoder().encode('patuh-device');
  return new Uint8Array(await crypto.subtle.sign('HMAC', deviceKey, said));
}

export async function lockByPin(
  bytes: DataKeyBytes,
  pin: string,
  personId: PersonId,
  deviceKey: CryptoKey,
  rounds = PIN_ROUNDS,
): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(pin, { salt, rounds }, personId, deviceKey);
  return { salt, rounds, sealed: await seal(key, bytes) };
}

/** Undefined where it is another PIN, another device, another person. */
export async function unlockByPin(
  lock: PinLock,
  pin: string,
  personId: PersonId,
  deviceKey: CryptoKey,
): Promise<DataKeyBytes | undefined> {
  return await unseal(await keyOf(pin, lock, personId, deviceKey), lock.sealed);
}

async function keyOf(
  pin: string,
  { salt, rounds }: Pick<PinLock, 'salt' | 'rounds'>,
  personId: PersonId,
  deviceKey: CryptoKey,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const stretched = new Uint8Array(await crypto.subtle.deriveBits(how, typed, 256));
  return await deviceBound(deviceKey, `patuh-pin ${personId}`, stretched);
}

/** A key that only this device can make from what it is given. */
export async function deviceBound(
  deviceKey: CryptoKey,
  purpose: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const label = new TextEncoder().encode(`${purpose}\n`);
  const said = new Uint8Array(label.length + secret.length);
  said.set(label);
  said.set(secret, label.length);
  return await sealingKey(new Uint8Array(await crypto.subtle.sign('HMAC', deviceKey, said)));
}
