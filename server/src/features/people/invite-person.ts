import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { giveGrants } from '@patuh/server/platform/sessions/grants';
import { linkUrl, makeLink } from '@patuh/server/platform/sessions/one-time-link';
import type { InvitePersonInput, OneTimeLink, PersonView } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';
import { PersonId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { LinkDeps } from './deps.ts';
import { changeOf } from './policy.ts';
import { findPerson, insertPerson } from './queries.ts';
import { refuseHome } from './set-home.ts';
import { personView } from './view.ts';
import { placed, refuseGrants } from './wished-grants.ts';

/**
 * A new person with grants, and the link with which they choose a password. Throws `grant-not-permitted`,
 * `invalid-request` for a scope that does not exist, and `email-taken`.
 */
export async function invitePerson(
  { db, now, origin }: LinkDeps,
  actor: Actor,
  { name, email, grants, homeGovernment: home = null }: InvitePersonInput,
): Promise<{ readonly person: PersonView; readonly link: OneTimeLink }> {
  return await inTransaction(db, async (trx) => {
    const wished = await placed(trx, grants);
    await refuseGrants(trx, actor, wished);
    await refuseHome(trx, actor, home, 'body.homeGovernment');
    const id = PersonId.parse(randomUUID());
    if ((await insertPerson(trx, { id, name, email, home, now: now() })) === undefined)
      throw new ProblemError('email-taken');
    const after = changeOf(actor, [], wished).given.map(({ grant }) => grant);
    await giveGrants(trx, id, after, now());
    const { token, expiresAt } = await makeLink(trx, { personId: id, purpose: 'welcome', now: now() });
    const person = await findPerson(trx, id);
    if (person === undefined) throw new Error('A person that was just stored is not there.');
    await auditAccount(trx, now, {
      action: 'person.created',
      actor: { kind: 'person', id: actor.personId },
      personId: id,
      before: null,
      after,
    });
    const link = { url: linkUrl(origin, token), expiresAt: expiresAt.toISOString() };
    return { person: personView(actor, person), link };
  });
}
