import type * as z from 'zod/mini';

import type { ApiInput } from '@patuh/server/platform/access';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { linkHash } from '@patuh/server/platform/sessions/one-time-link';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import type { inspectLink as inspectContract, useLink as useContract } from '@patuh/shared/contracts/sign-in';

import { attemptWasRight } from './attempts.ts';
import { auditOwnAccount } from './audit.ts';
import type { SignInDeps } from './deps.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { findLink, lockPerson, setPassword, useUpLink } from './queries.ts';
import { type Admission, openDevice } from './signed-in.ts';

/** Whose link this is. Throws `link-not-valid` for one that was used, replaced, is too old or never was. */
export async function inspectLink(
  { db, now }: Pick<SignInDeps, 'db' | 'now'>,
  token: string,
): Promise<z.infer<typeof inspectContract.ok>> {
  const link = await findLink(db, linkHash(token), now());
  if (link === undefined) throw new ProblemError('link-not-valid');
  const { purpose, name, email, expires_at: expiresAt } = link;
  return { purpose, name, email, expiresAt: expiresAt.toISOString() };
}

/**
 * Sets a password with a one-time link and signs the device in. A reset signs every other device out and takes the second
 * factor away. Throws `link-not-valid`; with `password-too-weak` the link stays good.
 */
export async function useLink(deps: SignInDeps, input: ApiInput<typeof useContract>['body']): Promise<Admission> {
  const { db, now, passwords } = deps;
  const tokenHash = linkHash(input.token);
  const link = await findLink(db, tokenHash, now());
  if (link === undefined) throw new ProblemError('link-not-valid');
  await refuseWeakPassword(input.password, link, 'body.password');
  const hash = await passwords.hash(input.password);
  const { id: personId, purpose } = link;
  const admitted = await inTransaction(db, async (trx) => {
    // The person before the link, as everybody does who closes or resets an account: they never wait in a circle.
    await lockPerson(trx, personId);
    if (!(await useUpLink(trx, tokenHash, now()))) throw new ProblemError('link-not-valid');
    await setPassword(trx, personId, hash, { withoutSecondFactor: purpose === 'reset' });
    await revokeSessions(trx, personId, now());
    const admission = await openDevice(deps, trx, { personId, deviceName: input.deviceName });
    const action = purpose === 'welcome' ? 'person.joined' : 'person.password-changed';
    await auditOwnAccount(trx, now, { personId, action, detail: { link: purpose } });
    return admission;
  });
  // What somebody guessed at before is no reason to keep the owner waiting.
  await attemptWasRight(deps, { what: 'password', whose: link.email });
  await attemptWasRight(deps, { what: 'code', whose: personId });
  return admitted;
}
