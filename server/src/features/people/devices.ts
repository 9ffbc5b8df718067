import type * as z from 'zod/mini';

import { inSnapshot, inTransaction, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { sessionLimits } from '@patuh/server/platform/sessions/open-session';
import type { FieldDevice, getDevices } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PersonId, SessionId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { PeopleDeps } from './deps.ts';
import { mayKnow, whyNotAccount } from './policy.ts';
import { findFieldDevices, findPerson, findSessions, revokeSession } from './queries.ts';
import { lockTarget, refuse } from './target.ts';
import { heldBy } from './view.ts';

/** Where somebody is signed in, and what keeps their work. Throws `not-found`. */
export async function listDevices(
  { db, now }: PeopleDeps,
  actor: Actor,
  personId: PersonId,
): Promise<z.infer<typeof getDevices.ok>> {
  return await inSnapshot(db, async (snapshot) => {
    const person = await findPerson(snapshot, personId);
    const held = person === undefined ? [] : heldBy(person);
    if (person === undefined || !mayKnow(actor, held)) throw new ProblemError('not-found');
    const at = now();
    const { idleMs } = sessionLimits(held.map(({ grant }) => grant));
    const sessions = await findSessions(snapshot, personId, { now: at, seenSince: new Date(at.getTime() - idleMs) });
    return {
      sessions: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
        ...session,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      fieldDevices: await fieldDevicesOf(snapshot, personId),
    };
  });
}

/** What keeps the work of somebody in the field, as far as it told. */
export async function fieldDevicesOf(db: Reader, personId: PersonId): Promise<FieldDevice[]> {
  const devices = await findFieldDevices(db, personId);
  return devices.map(({ exchangedAt, lastSeenAt, ...device }) => ({
    ...device,
    exchangedAt: exchangedAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** Signs one device of somebody else out. Throws `not-found`, `not-on-oneself` and `grant-not-permitted`. */
export async function endPersonSession(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, sessionId }: { readonly personId: PersonId; readonly sessionId: SessionId },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { held } = await lockTarget(trx, actor, personId);
    refuse(whyNotAccount(actor, { id: personId, held }));
    if (!(await revokeSession(trx, { personId, sessionId, now: now() }))) throw new ProblemError('not-found');
    const grants = held.map(({ grant }) => grant);
    await auditAccount(trx, now, {
      action: 'person.signed-out',
      actor: { kind: 'person', id: actor.personId },
      personId,
      before: grants,
      after: grants,
      detail: { session: sessionId },
    });
  });
}
