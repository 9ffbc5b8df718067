import type { PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** Whether somebody’s account is open. */
export async function isOpen(db: Reader, id: PersonId): Promise<boolean> {
  const person = await db.selectFrom('person').select('disabled_at').where('id', '=', id).executeTakeFirst();
  return person !== undefined && person.disabled_at === null;
}
