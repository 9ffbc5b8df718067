import type { PersonId, SessionId } from '@patuh/shared/domain/ids';

import type { Writer } from '../database.ts';

/** Signs the devices of a person out, all or all but one. Counts from the next request of each. */
export async function revokeSessions(
  trx: Writer,
  personId: PersonId,
  now: Date,
  { except }: { readonly except?: SessionId } = {},
): Promise<void> {
  const open = trx
    .updateTable('device_session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
  await (except === undefined ? open : open.where('id', '<>', except)).execute();
}
