import type { PersonView } from '@patuh/shared/contracts/people';
import type { Actor } from '@patuh/shared/domain/actor';

import type { PeopleDeps } from './deps.ts';
import { mayKnow, reachOf } from './policy.ts';
import { findPeople } from './queries.ts';
import { heldBy, personView } from './view.ts';

/** The people of whom the caller may know, by name. */
export async function listPeople({ db }: Pick<PeopleDeps, 'db'>, actor: Actor): Promise<PersonView[]> {
  const people = await findPeople(db, reachOf(actor));
  return people.filter((person) => mayKnow(actor, heldBy(person))).map((person) => personView(actor, person));
}
