import { inTransaction } from '@patuh/server/platform/database';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { aDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
const unheard = vi.fn<(error: unknown) => void>();
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(() => void process.on('uncaughtException', unheard));
afterEach(() => void process.off('uncaughtException', unheard));

/** Ends the connection with that process from outside, as a Postgres that falls over does. */
async function cut(pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid})`.execute(database.db);
  const isGone = async () => {
    const { rows } = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(database.db);
    return rows.length === 0;
  };
  await vi.waitUntil(isGone, { timeout: 5_000, interval: 20 });
}

describe('a connection that is lost in the middle of a transaction', () => {
  it('fails that transaction alone, and never the server', async () => {
    const work = inTransaction(database.db, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await cut(rows[0]?.pid ?? 0);
      await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toThrow(/terminat|not queryable/);
    expect(unheard).not.toHaveBeenCalled();
    const { rows } = await sql`select 1 as one`.execute(database.db);
    expect(rows).toEqual([{ one: 1 }]);
  });
});
