import { randomUUID } from 'node:crypto';

import { inTransaction, type Reader } from '@patuh/server/platform/database';
import { giveGrants, grantsOf } from '@patuh/server/platform/sessions/grants';
import { linkUrl, type MadeLink, makeLink } from '@patuh/server/platform/sessions/one-time-link';
import { PersonId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { LinkDeps } from './deps.ts';
import { findAdministrator, findByEmail, insertPerson } from './queries.ts';

/** Whoever runs the server vouches for the first administrator, and for somebody nobody else can let in again. */
const BY_COMMAND = { kind: 'command', id: 'admin' } as const;

export interface AdminLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A national administrator and the link with which they choose a password. */
export async function createAdministrator(
  { db, now, origin }: LinkDeps,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<AdminLink | 'taken'> {
  return await inTransaction(db, async (trx) => {
    const id = PersonId.parse(randomUUID());
    if ((await insertPerson(trx, { id, email, name, now: now() })) === undefined) return 'taken';
    const after = [{ role: 'national-admin', scope: { kind: 'national' } }] as const;
    await giveGrants(trx, id, after, now());
    const link = await makeLink(trx, { personId: id, purpose: 'welcome', now: now() });
    await auditAccount(trx, now, { action: 'person.created', actor: BY_COMMAND, personId: id, before: null, after });
    return told(origin, link);
  });
}

/** A new link for an account that exists; the reason why not otherwise. */
export async function resetByCommand(
  { db, now, origin }: LinkDeps,
  email: string,
): Promise<AdminLink | 'unknown' | 'closed'> {
  return await inTransaction(db, async (trx) => {
    const person = await findByEmail(trx, email);
    if (person === undefined) return 'unknown';
    if (person.disabled_at !== null) return 'closed';
    const grants = await grantsOf(trx, person.id);
    const purpose = person.hasPassword ? 'reset' : 'welcome';
    const link = await makeLink(trx, { personId: person.id, purpose, now: now() });
    await auditAccount(trx, now, {
      action: 'person.reset',
      actor: BY_COMMAND,
      personId: person.id,
      before: grants,
      after: grants,
    });
    return told(origin, link);
  });
}

/** Whether anybody can give grants at all. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  return (await findAdministrator(db)) !== undefined;
}

function told(origin: string, { token, expiresAt }: MadeLink): AdminLink {
  return { url: linkUrl(origin, token), expiresAt };
}
