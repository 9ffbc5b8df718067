import { randomBytes } from 'node:crypto';

import { kyselyOf, poolOf } from '@patuh/server/platform/database';
import type { Pooled } from '@patuh/server/platform/database';
import { sql } from 'kysely';
import { inject } from 'vitest';

/** Migrated once per run by global-database.ts. */
export const TEMPLATE = 'patuh_template';

export interface TestDatabase {
  readonly db: Pooled;
  readonly connectionString: string;
  /** Ends the connections and drops the clone. */
  close(): Promise<void>;
}

/** A migrated, empty database that nobody else uses: one per test file, in `beforeAll`. */
export async function aDatabase(): Promise<TestDatabase> {
  return await createDatabase(TEMPLATE);
}

/** A database without any tables, for tests of the migrations themselves. */
export async function aBlankDatabase(): Promise<TestDatabase> {
  return await createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const connectionString = databaseAt(server, name);
  const db = kyselyOf(poolOf({ connectionString }));
  return {
    db,
    connectionString,
    close: async () => {
      await db.destroy();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/**
 * Removes every row of every table, between tests. As replica neither the triggers that refuse it nor foreign keys
 * fire, so the order of the tables does not matter.
 */
export async function emptyTables(db: Pooled): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename <> 'schema_migration'`.execute(trx);
    for (const { name } of tables.rows) await sql`delete from ${sql.table(name)}`.execute(trx);
  });
}

export function databaseAt(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

/** Two files may clone at once: Postgres refuses while another session is busy with the template, for a moment. */
async function onServer(connectionString: string, statement: string): Promise<void> {
  const pool = poolOf({ connectionString, max: 1 });
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock(1)');
      await client.query(statement);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}
