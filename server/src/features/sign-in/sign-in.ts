import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { SignInInput } from '@patuh/shared/contracts/sign-in';

import { attemptWasRight, beginAttempt } from './attempts.ts';
import type { SignInDeps } from './deps.ts';
import { findCredentials, lockPerson } from './queries.ts';
import { type Admission, openDevice } from './signed-in.ts';

/**
 * Signs a device in. Throws `sign-in-refused` in the same way for an address without an account, a wrong password, a wrong
 * code and a closed account, and `sign-in-blocked` after too many of them.
 */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<Admission | 'code-needed'> {
  const guessed = { what: 'password', whose: input.email } as const;
  await beginAttempt(deps, guessed);
  const found = await findCredentials(deps.db, input.email);
  const isRight = await deps.passwords.isRight(input.password, found?.password_hash ?? null);
  if (!isRight || found === undefined || found.disabled_at !== null) throw new ProblemError('sign-in-refused');
  await attemptWasRight(deps, guessed);
  return await inTransaction(deps.db, async (trx) => {
    const person = await lockPerson(trx, found.id);
    // Changed or closed in the moment in which it was checked.
    if (person === undefined || person.password_hash !== found.password_hash || person.disabled_at !== null) {
      throw new ProblemError('sign-in-refused');
    }
    return await openDevice(deps, trx, { personId: found.id, deviceName: input.deviceName });
  });
}
