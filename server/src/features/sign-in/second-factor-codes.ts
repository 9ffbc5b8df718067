import { createHmac, randomInt } from 'node:crypto';

import { verifySync } from 'otplib';

import type { Writer } from '@patuh/server/platform/database';
import { openSecret } from '@patuh/server/platform/sessions/secret-box';
import type { SessionKeys } from '@patuh/server/platform/sessions/session-keys';
import type { PersonId } from '@patuh/shared/domain/ids';

import { useRecoveryCode, useStep } from './queries.ts';

/** Clocks of phones are off by a little: the code before and the one after are right too. */
const TOLERANCE_SECONDS = 30;
const RECOVERY_CODES = 10;
/** Without letters and digits that look alike on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface SecondFactorOwner {
  readonly id: PersonId;
  readonly totp_secret: string | null;
  readonly totp_last_step: number | null;
}

/** Uses up a code of the app or a recovery code; false if it is none, or was used. */
export async function takeCode(
  trx: Writer,
  keys: SessionKeys,
  owner: SecondFactorOwner,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) {
    return await useRecoveryCode(trx, owner.id, recoveryHash(keys.recovery, owner.id, code), now);
  }
  const step = stepOf(keys, owner.id, { sealed: owner.totp_secret, code, now, after: owner.totp_last_step });
  if (step === undefined) return false;
  await useStep(trx, owner.id, step);
  return true;
}

interface Offered {
  readonly sealed: string | null;
  readonly code: string;
  readonly now: Date;
  /** The step that was used last; that one and older ones are worth nothing. */
  readonly after: number | null;
}

/** The time step of which this is the code; undefined if it is of none that may still be used. */
export function stepOf(keys: SessionKeys, whose: PersonId, { sealed, code, now, after }: Offered): number | undefined {
  const secret = sealed === null ? undefined : openSecret(keys.secondFactor, whose, sealed);
  if (secret === undefined) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(after !== null && { afterTimeStep: after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** Ten codes for the day the phone is gone. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => `${fiveLetters()}-${fiveLetters()}`);
}

export function recoveryHash(key: Buffer, whose: PersonId, code: string): string {
  return createHmac('sha256', key).update(`${whose} ${code}`).digest('hex');
}

function fiveLetters(): string {
  return Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
