import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { sessionLimits } from '@patuh/server/platform/sessions/open-session';
import type { DeviceSession } from '@patuh/shared/contracts/sign-in';
import type { Actor } from '@patuh/shared/domain/actor';
import type { SessionId } from '@patuh/shared/domain/ids';

import { auditOwnAccount } from './audit.ts';
import type { SignInDeps } from './deps.ts';
import { findSessions, revokeSession } from './queries.ts';

type SessionDeps = Pick<SignInDeps, 'db' | 'now'>;

/** The devices on which the person is signed in, the one used last first. */
export async function listSessions({ db, now }: SessionDeps, actor: Actor): Promise<DeviceSession[]> {
  const at = now();
  const seenSince = new Date(at.getTime() - sessionLimits(actor.grants).idleMs);
  const sessions = await findSessions(db, actor.personId, at, seenSince);
  return sessions.map((session) => ({
    id: session.id,
    deviceName: session.device_name,
    createdAt: session.created_at.toISOString(),
    lastSeenAt: session.last_seen_at.toISOString(),
    current: session.id === actor.sessionId,
  }));
}

/** Signs the device out that asks. Its session row remembers when; the audit is for what one does to another device. */
export async function endSession({ db, now }: SessionDeps, { personId, sessionId }: Actor): Promise<void> {
  await inTransaction(db, (trx) => revokeSession(trx, personId, sessionId, now()));
}

/** Signs another device of one's own out. Throws `not-found` for one that is not, or is no longer, signed in. */
export async function endOtherSession({ db, now }: SessionDeps, { personId }: Actor, id: SessionId): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await revokeSession(trx, personId, id, now()))) throw new ProblemError('not-found');
    await auditOwnAccount(trx, now, { personId, action: 'person.signed-out', detail: { session: id } });
  });
}
