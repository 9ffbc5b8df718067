import { grantOf } from '@patuh/server/platform/sessions/grants';
import type { PersonView } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';

import { isInScope, isOfOffice, type PlacedGrant } from './policy.ts';
import type { StoredPerson } from './queries.ts';

export function heldBy({ grants }: Pick<StoredPerson, 'grants'>): readonly PlacedGrant[] {
  return grants.map(({ province, government, ...columns }) => ({ grant: grantOf(columns), province, government }));
}

/** A person as the caller may see them: of their grants only those that lie within the caller's scope. */
export function personView(actor: Pick<Actor, 'grants'>, person: StoredPerson): PersonView {
  const { id, name, email, secondFactor, lastSeenAt, linkUntil, homeGovernment } = person;
  const seen = heldBy(person).filter((grant) => isInScope(actor, grant));
  return {
    id,
    name,
    email,
    status: statusOf(person),
    grants: seen.map(({ grant }) => grant),
    secondFactor,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    linkUntil: linkUntil?.toISOString() ?? null,
    homeGovernment: isOfOffice(actor) ? homeGovernment : null,
  };
}

function statusOf({ disabled_at: disabledAt, hasPassword }: StoredPerson): PersonView['status'] {
  if (disabledAt !== null) return 'disabled';
  return hasPassword ? 'active' : 'invited';
}
