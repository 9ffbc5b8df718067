import { generateSecret, generateURI } from 'otplib';

import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import { sealSecret } from '@patuh/server/platform/sessions/secret-box';
import type { Actor } from '@patuh/shared/domain/actor';

import { attemptWasRight, beginAttempt } from './attempts.ts';
import { auditOwnAccount } from './audit.ts';
import type { SignInDeps } from './deps.ts';
import { provePassword } from './own-password.ts';
import { lockPerson, savePendingSecret, turnSecondFactorOn } from './queries.ts';
import { newRecoveryCodes, recoveryHash, stepOf } from './second-factor-codes.ts';

const ISSUER = 'Patuh';

/** A new secret for the authenticator app. The one in use stays until a code of the new one is confirmed. */
export async function beginSecondFactor(
  deps: SignInDeps,
  actor: Actor,
  password: string,
): Promise<{ readonly secret: string; readonly address: string }> {
  const { email } = await provePassword(deps, actor, password);
  const secret = generateSecret();
  await inTransaction(deps.db, (trx) =>
    savePendingSecret(trx, actor.personId, sealSecret(deps.keys.secondFactor, actor.personId, secret)),
  );
  return { secret, address: generateURI({ issuer: ISSUER, label: email, secret }) };
}

/**
 * Turns the second factor on and answers with the recovery codes, this once. Other devices came in without it and are
 * signed out. Throws `code-refused` for a wrong code, or where nothing was begun.
 */
export async function confirmSecondFactor(
  deps: SignInDeps,
  { personId, sessionId }: Actor,
  code: string,
): Promise<readonly string[]> {
  const { db, now, keys } = deps;
  const guessed = { what: 'code', whose: personId } as const;
  await beginAttempt(deps, guessed);
  const codes = newRecoveryCodes();
  await inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, personId);
    const sealed = person?.totp_pending ?? null;
    const step = stepOf(keys, personId, { sealed, code, now: now(), after: null });
    if (sealed === null || step === undefined) throw new ProblemError('code-refused');
    const codeHashes = codes.map((recovery) => recoveryHash(keys.recovery, personId, recovery));
    await turnSecondFactorOn(trx, personId, { secret: sealed, step, codeHashes, now: now() });
    await revokeSessions(trx, personId, now(), { except: sessionId });
    await auditOwnAccount(trx, now, { personId, action: 'person.second-factor-on' });
  });
  await attemptWasRight(deps, guessed);
  return codes;
}
