import type { Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { Actor } from '@patuh/shared/domain/actor';
import type { PersonId } from '@patuh/shared/domain/ids';

import { mayKnow, type PlacedGrant } from './policy.ts';
import { findPerson, lockNationalAdmins, lockPerson, type StoredPerson } from './queries.ts';
import { heldBy } from './view.ts';

export interface Target {
  readonly person: StoredPerson;
  readonly held: readonly PlacedGrant[];
}

/** The account the caller wants to change, held. Throws `not-found` for somebody outside the caller's scope too. */
export async function lockTarget(trx: Writer, actor: Actor, id: PersonId): Promise<Target> {
  await lockPerson(trx, id);
  const person = await findPerson(trx, id);
  if (person === undefined || !mayKnow(actor, heldBy(person))) throw new ProblemError('not-found');
  return { person, held: heldBy(person) };
}

/** Throws `grant-not-permitted` when nobody would be left who can give grants. */
export async function refuseLastAdmin(trx: Writer, id: PersonId): Promise<void> {
  const others = (await lockNationalAdmins(trx)).filter((admin) => admin !== id);
  if (others.length === 0) throw new ProblemError('grant-not-permitted');
}

export function refuse(why: ProblemCode | undefined): void {
  if (why !== undefined) throw new ProblemError(why);
}
