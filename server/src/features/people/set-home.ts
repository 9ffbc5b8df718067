import { inTransaction, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PersonView } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

import { auditAccount } from './audit.ts';
import type { PeopleDeps } from './deps.ts';
import { isOfOffice } from './policy.ts';
import { scopeExists, setHome as saveHome } from './queries.ts';
import { lockTarget } from './target.ts';
import { personView } from './view.ts';

/**
 * Where somebody comes from. It gives no power to anybody, so whoever may know of the person may say it, of themselves too. The
 * region stays out of the audit: it is personal, and an event can never be removed. Throws `not-found` and `invalid-request`.
 */
export async function setHome(
  { db, now }: PeopleDeps,
  actor: Actor,
  { personId, government }: { readonly personId: PersonId; readonly government: GovernmentCode | null },
): Promise<PersonView> {
  return await inTransaction(db, async (trx) => {
    const { person, held } = await lockTarget(trx, actor, personId);
    await refuseHome(trx, actor, government, 'body.government');
    if (government === person.homeGovernment) return personView(actor, person);
    await saveHome(trx, personId, government);
    const grants = held.map(({ grant }) => grant);
    await auditAccount(trx, now, {
      action: 'person.home-changed',
      actor: { kind: 'person', id: actor.personId },
      personId,
      before: grants,
      after: grants,
    });
    return personView(actor, { ...person, homeGovernment: government });
  });
}

/** Throws `invalid-request` for a region that does not exist, and for one that is said by who may not know of it. */
export async function refuseHome(
  db: Reader,
  actor: Pick<Actor, 'grants'>,
  government: GovernmentCode | null,
  field: string,
): Promise<void> {
  if (government === null) return;
  const exists = await scopeExists(db, { kind: 'government', code: government });
  if (!exists) throw new ProblemError('invalid-request', [{ field, message: 'tidak ada pemerintah daerah ini' }]);
  if (!isOfOffice(actor))
    throw new ProblemError('invalid-request', [{ field, message: 'diisi oleh kantor perwakilan' }]);
}
