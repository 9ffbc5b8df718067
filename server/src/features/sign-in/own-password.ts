import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';

import { attemptWasRight, beginAttempt } from './attempts.ts';
import type { SignInDeps } from './deps.ts';
import { findPassword } from './queries.ts';

/**
 * Whoever changes how one signs in says the password again: a phone left on a table is not enough. Wrong ones count
 * with those of the sign-in page. Throws `sign-in-refused` and `sign-in-blocked`.
 */
export async function provePassword(deps: SignInDeps, actor: Actor, password: string) {
  const owner = await findPassword(deps.db, actor.personId);
  if (owner === undefined) throw new ProblemError('signed-out');
  const guessed = { what: 'password', whose: owner.email } as const;
  await beginAttempt(deps, guessed);
  if (!(await deps.passwords.isRight(password, owner.password_hash))) throw new ProblemError('sign-in-refused');
  await attemptWasRight(deps, guessed);
  return owner;
}
