import type { PersonId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';

import type { Writer } from './database.ts';

/**
 * Holds people to whom work is about to be given: until the transaction ends nobody closes their accounts, changes their roles
 * or hands over what they have. To be called before plans and assessments are held; all are taken in the order of their ids.
 */
export async function holdPeople(trx: Writer, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select from person where id = any(${ids}::uuid[]) order by id for share`.execute(trx);
}

/** The same for whoever changes one of them and gives their work to the others. */
export async function holdPeopleAlone(trx: Writer, ids: readonly PersonId[]): Promise<void> {
  await sql`select from person where id = any(${ids}::uuid[]) order by id for no key update`.execute(trx);
}
