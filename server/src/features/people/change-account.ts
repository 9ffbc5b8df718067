import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { dropLinks, linkUrl, makeLink } from '@patuh/server/platform/sessions/one-time-link';
import { revokeSessions } from '@patuh/server/platform/sessions/revoke-sessions';
import type { OneTimeLink, PersonView } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { LinkDeps, PeopleDeps } from './deps.ts';
import { isNational, whyNotAccount } from './policy.ts';
import { setDisabled } from './queries.ts';
import { lockTarget, refuse, refuseLastAdmin, type Target } from './target.ts';
import { personView } from './view.ts';

/**
 * A one-time link for somebody who lost the password or the second factor. Nothing of the account changes until it is
 * used. Throws `not-found`, `not-on-oneself` and `grant-not-permitted`.
 */
export async function resetPerson(
  { db, now, origin }: LinkDeps,
  actor: Actor,
  personId: PersonId,
): Promise<OneTimeLink> {
  return await inTransaction(db, async (trx) => {
    const { person, held } = await lockTarget(trx, actor, personId);
    refuse(whyNotAccount(actor, { id: personId, held }));
    const purpose = person.hasPassword ? 'reset' : 'welcome';
    const { token, expiresAt } = await makeLink(trx, { personId, purpose, now: now() });
    await auditAccount(trx, now, { ...unchanged(actor, personId, held), action: 'person.reset' });
    return { url: linkUrl(origin, token), expiresAt: expiresAt.toISOString() };
  });
}

/**
 * Closes or opens an account. Closing signs every device out at once and makes links worthless. Throws `not-found`,
 * `not-on-oneself` and `grant-not-permitted`.
 */
export async function setPersonStatus(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, disabled }: { readonly personId: PersonId; readonly disabled: boolean },
): Promise<PersonView> {
  return await inTransaction(db, async (trx) => {
    const { person, held } = await lockTarget(trx, actor, personId);
    refuse(whyNotAccount(actor, { id: personId, held }));
    if (disabled === (person.disabled_at !== null)) return personView(actor, person);
    // Nobody knows any more whose it was.
    if (person.isForgotten) throw new ProblemError('not-found');
    if (disabled) {
      if (isNational({ grants: held.map(({ grant }) => grant) })) await refuseLastAdmin(trx, personId);
      await revokeSessions(trx, personId, now());
      await dropLinks(trx, personId);
    }
    const disabledAt = disabled ? now() : null;
    await setDisabled(trx, personId, disabledAt);
    const action = disabled ? 'person.closed' : 'person.opened';
    await auditAccount(trx, now, { ...unchanged(actor, personId, held), action });
    const linkUntil = disabled ? null : person.linkUntil;
    return personView(actor, { ...person, disabled_at: disabledAt, linkUntil });
  });
}

/** Signs a person out on every device; oneself too. Throws `not-found` and `grant-not-permitted`. */
export async function signPersonOut({ db, now }: PeopleDeps, actor: Actor, personId: PersonId): Promise<PersonView> {
  return await inTransaction(db, async (trx) => {
    const { person, held } = await lockTarget(trx, actor, personId);
    if (personId !== actor.personId) refuse(whyNotAccount(actor, { id: personId, held }));
    await revokeSessions(trx, personId, now());
    await auditAccount(trx, now, { ...unchanged(actor, personId, held), action: 'person.signed-out' });
    return personView(actor, person);
  });
}

/** An event that leaves the grants as they are. */
function unchanged(actor: Actor, personId: PersonId, held: Target['held']) {
  const grants = held.map(({ grant }) => grant);
  return { actor: { kind: 'person', id: actor.personId }, personId, before: grants, after: grants } as const;
}
