import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { SignInInput } from '@patuh/shared/contracts/sign-in';

import { attemptWasRight, beginAttempt } from './attempts.ts';
import type { SignInDeps } from './deps.ts';
import { findCredentials, lockPerson } from './queries.ts';
import { takeCode } from './second-factor-codes.ts';
import { type Admission, openDevice } from './signed-in.ts';

/**
 * Signs a device in. Throws `sign-in-refused` in the same way for an address without an account, a wrong password, a wrong
 * code and a closed account, and `sign-in-blocked` after too many of them.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<Admission | 'code-needed'> {
  const { db, now, keys } = deps;
  const { email, password, code, deviceName } = input;
  const found = await rightPassword(deps, { email, password });
  const guessed = { what: 'code', whose: found.id } as const;
  const isCodeDemanded = found.totp_confirmed_at !== null;
  if (isCodeDemanded && code === undefined) return 'code-needed';
  if (isCodeDemanded) await beginAttempt(deps, guessed);
  const admission = await inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, found.id);
    // Changed, closed or given a second factor in the moment in which it was checked.
    if (person === undefined || person.password_hash !== found.password_hash || person.disabled_at !== null) {
      throw new ProblemError('sign-in-refused');
    }
    if (person.totp_confirmed_at !== null && !(await takeCode(trx, keys, person, { code: code ?? '', now: now() }))) {
      throw new ProblemError('sign-in-refused');
    }
    return await openDevice(deps, trx, { personId: found.id, deviceName });
  });
  if (isCodeDemanded) await attemptWasRight(deps, guessed);
  return admission;
}

async function rightPassword(deps: SignInDeps, { email, password }: Pick<SignInInput, 'email' | 'password'>) {
  const guessed = { what: 'password', whose: email } as const;
  await beginAttempt(deps, guessed);
  const found = await findCredentials(deps.db, email);
  const isRight = await deps.passwords.isRight(password, found?.password_hash ?? null);
  if (!isRight || found === undefined || found.disabled_at !== null) throw new ProblemError('sign-in-refused');
  await attemptWasRight(deps, guessed);
  return found;
}
