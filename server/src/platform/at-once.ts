import { type RawBuilder, sql } from 'kysely';

import type { Writer } from './database.ts';

/**
 * Several writes to different tables in one statement: the way to the database and back costs more than a small write.
 * None of them sees what the others do.
 */
export async function writeAtOnce(trx: Writer, writes: readonly RawBuilder<unknown>[]): Promise<void> {
  if (writes.length === 0) return;
  const named = writes.map((write, index) => sql`${sql.id(`write_${index}`)} as (${write})`);
  await sql`with ${sql.join(named)} select`.execute(trx);
}
