import type { PersonId } from '@patuh/shared/domain/ids';

import type { DataKeyBytes } from './data-key.ts';
import { deviceBound } from './pin-lock.ts';
import { seal, unseal } from './seal.ts';

/**
 * The data key under the key of the device alone, for a short while: a phone kills the browser behind its camera, and
 * whoever takes forty photos a day must not type forty PINs. Removed by locking, by signing out, by time.
 */
export interface ResumeLock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Last use by the clock of the device. */
  readonly usedAt: number;
}

/** Milliseconds after the last use. */
export const RESUME_FOR = 15 * 60_000;

/** A clock that was set back says nothing about how long ago it was: then the PIN is asked. */
export function isFresh({ usedAt }: Pick<ResumeLock, 'usedAt'>, now: number): boolean {
  return now >= usedAt && now - usedAt < RESUME_FOR;
}

export async function lockForResume(
  bytes: DataKeyBytes,
  personId: PersonId,
  deviceKey: CryptoKey,
  now: number,
): Promise<ResumeLock> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const key = await deviceBound(deviceKey, `patuh-resume ${personId}`, salt);
  return { salt, sealed: await seal(key, bytes), usedAt: now };
}

export async function unlockForResume(
  { salt, sealed }: ResumeLock,
  personId: PersonId,
  deviceKey: CryptoKey,
): Promise<DataKeyBytes | undefined> {
  return await unseal(await deviceBound(deviceKey, `patuh-resume ${personId}`, salt), sealed);
}
