import { sql } from 'kysely';

import type { KeyChange } from '@patuh/shared/publication/key-changes';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { SERVER_NAME } from '@patuh/server/platform/postgres';

type Chain = KeyChange['chain'];

/** Every handing over of a chain, oldest first. */
export async function findKeyChanges(db: Reader, chain: Chain): Promise<readonly KeyChange[]> {
  const rows = await db
    .selectFrom('signing_key_change')
    .select(['chain', 'sequence', 'key_id', 'previous_key_id', 'after', 'at', 'signature'])
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute();
  return rows.map(({ key_id, previous_key_id, at, ...row }) => ({
    ...row,
    keyId: key_id,
    previousKeyId: previous_key_id,
    at: at.toISOString(),
  }));
}

/** Hash and key of the newest publication of a chain. */
export async function findLastPublication(
  db: Reader,
  chain: Chain,
): Promise<{ readonly hash: string; readonly keyId: string } | undefined> {
  return await db
    .selectFrom('publication')
    .select(['hash', 'key_id as keyId'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
}

/** Makes whoever publishes on this chain wait; the same lock as that of publishing. */
export async function lockChainForKey(trx: Writer, chain: Chain): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh publication chain'), hashtext(${chain}))`.execute(trx);
}

export async function insertKeyChange(trx: Writer, change: KeyChange): Promise<void> {
  const { keyId, previousKeyId, ...rest } = change;
  await trx
    .insertInto('signing_key_change')
    .values({ ...rest, key_id: keyId, previous_key_id: previousKeyId })
    .execute();
}

/** Whether a server uses this database; it would go on signing with the key it read at its start. */
export async function isServed(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ served: boolean }>`
    select exists (
      select from pg_stat_activity where application_name = ${SERVER_NAME} and datname = current_database()
    ) as served`.execute(db);
  return rows[0]?.served === true;
}
