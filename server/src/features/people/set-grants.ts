import { inTransaction } from '@patuh/server/platform/database';
import { giveGrants } from '@patuh/server/platform/sessions/grants';
import { dropLinks } from '@patuh/server/platform/sessions/one-time-link';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import type { PersonView } from '@patuh/shared/contracts/people';
import type { Actor, Grant } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { PeopleDeps } from './deps.ts';
import { changeOf, endsLinks, endsSessions, isNational, whyNotGrant } from './policy.ts';
import { findPerson, takeGrants } from './queries.ts';
import { lockTarget, refuse, refuseLastAdmin } from './target.ts';
import { personView } from './view.ts';
import { placed, refuseGrants } from './wished-grants.ts';

/**
 * Replaces the grants of a person that lie within the caller's scope; those outside it stay. Counts with the person's next
 * request. Throws `not-found`, `not-on-oneself`, `grant-not-permitted`, and `invalid-request` for a scope without a place.
 */
export async function setGrants(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, grants }: { readonly personId: PersonId; readonly grants: readonly Grant[] },
): Promise<PersonView> {
  return await inTransaction(db, async (trx) => {
    const { person, held } = await lockTarget(trx, actor, personId);
    if (personId === actor.personId) refuse('not-on-oneself');
    const { given, taken } = changeOf(actor, held, await placed(trx, grants));
    await refuseGrants(trx, actor, given);
    refuse(taken.map((grant) => whyNotGrant(actor, grant)).find((why) => why !== undefined));
    if (isNational({ grants: taken.map(({ grant }) => grant) })) await refuseLastAdmin(trx, personId);
    if (given.length === 0 && taken.length === 0) return personView(actor, person);
    await takeGrants(
      trx,
      personId,
      taken.map(({ grant }) => grant),
    );
    await giveGrants(
      trx,
      personId,
      given.map(({ grant }) => grant),
      now(),
    );
    if (endsLinks(held, given)) await dropLinks(trx, personId);
    if (endsSessions(given)) await revokeSessions(trx, personId, now());
    const before = held.map(({ grant }) => grant);
    const changed = await findPerson(trx, personId);
    const after = [...held.filter((grant) => !taken.includes(grant)), ...given].map(({ grant }) => grant);
    await auditAccount(trx, now, {
      action: 'person.grants-changed',
      actor: { kind: 'person', id: actor.personId },
      personId,
      before,
      after,
      detail: { given: given.length, taken: taken.length },
    });
    return personView(actor, changed ?? person);
  });
}
