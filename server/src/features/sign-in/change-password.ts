import type * as z from 'zod/mini';

import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { dropLinks } from '@patuh/server/platform/sessions/one-time-link';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import type { ChangePasswordInput } from '@patuh/shared/contracts/sign-in';
import type { Actor } from '@patuh/shared/domain/actor';

import { auditOwnAccount } from './audit.ts';
import type { SignInDeps } from './deps.ts';
import { provePassword } from './own-password.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { lockPerson, setPassword } from './queries.ts';

/** Changes one's own password; every other device is signed out, and links that were on their way are worth nothing. */
export async function changePassword(
  deps: SignInDeps,
  actor: Actor,
  { current, next }: z.infer<typeof ChangePasswordInput>,
): Promise<void> {
  const { db, now, passwords } = deps;
  const { personId, sessionId } = actor;
  const owner = await provePassword(deps, actor, current);
  await refuseWeakPassword(next, owner, 'body.next');
  const hash = await passwords.hash(next);
  await inTransaction(db, async (trx) => {
    const person = await lockPerson(trx, personId);
    if (person?.password_hash !== owner.password_hash) throw new ProblemError('sign-in-refused');
    await setPassword(trx, personId, hash, { withoutSecondFactor: false });
    await revokeSessions(trx, personId, now(), { except: sessionId });
    await dropLinks(trx, personId);
    await auditOwnAccount(trx, now, { personId, action: 'person.password-changed' });
  });
}
