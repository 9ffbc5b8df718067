import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import type { Custody } from '@patuh/server/platform/custody/custody';
import { inTransaction } from '@patuh/server/platform/database';
import { homeOffice } from '@patuh/server/platform/home-office';
import { ProblemError } from '@patuh/server/platform/problem';
import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { Actor } from '@patuh/shared/domain/actor';

import { findSignedInAt } from './queries.ts';

/** Whoever finds a phone that is still signed in shall not get around its PIN: they do not know the password. */
const FRESH_MS = 15 * 60_000;

/**
 * Gives the person, who just signed in, the data key that they locked for the office. Whatever anybody else locked, or for whomever,
 * is `custody-unknown`.
 */
export async function openCustody(
  { db, now, custody }: Pick<ApiDeps, 'db' | 'now'> & { readonly custody: Custody },
  actor: Actor,
  lock: CustodyLock,
): Promise<{ readonly key: string }> {
  const signedInAt = await findSignedInAt(db, actor.sessionId);
  if (signedInAt === undefined || now().getTime() - signedInAt.getTime() > FRESH_MS) {
    throw new ProblemError('sign-in-again');
  }
  const key = custody.openLock(lock, actor.personId);
  if (key === undefined) throw new ProblemError('custody-unknown');
  const event = {
    office: homeOffice(actor),
    actor: { kind: 'person', id: actor.personId },
    action: 'custody.opened',
    subject: { kind: 'person', id: actor.personId },
    beforeHash: null,
    afterHash: null,
    detail: { custody: lock.keyId.slice(0, 16) },
  } as const;
  await inTransaction(db, async (trx) => await appendAudit(trx, event, now));
  return { key: Buffer.from(key).toString('base64') };
}
