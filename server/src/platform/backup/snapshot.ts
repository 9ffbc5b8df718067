import type pg from 'pg';

import { StartError } from '../start-error.ts';
import { namedEvidence } from './evidence-files.ts';
import type { BackedUpTable, ChainHead, Manifest } from './manifest.ts';
import { quoted, storedTables } from './stored-tables.ts';
import { copyTableOut } from './table-files.ts';

/** What of a manifest comes out of the database. */
export type Snapshot = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences' | 'heads'> & {
  /** Hashes of the files that the rows name. */
  readonly files: readonly string[];
};

/** Copies every table into `folder`, all as one moment saw them, while others go on reading and writing. */
export async function readSnapshot(pool: pg.Pool, folder: string, signal: AbortSignal): Promise<Snapshot> {
  const client = await pool.connect();
  let failed = true;
  try {
    const snapshot = await read(client, folder, signal);
    failed = false;
    return snapshot;
  } finally {
    // A copy that was broken off leaves its connection in the middle of it.
    client.release(failed);
  }
}

async function read(client: pg.PoolClient, folder: string, signal: AbortSignal): Promise<Snapshot> {
  const before = await storedTables(client);
  if (!before.some(({ name }) => name === 'schema_migration')) {
    throw new StartError('There is nothing to back up: the database holds no Patuh.');
  }
  await client.query('begin isolation level repeatable read read only');
  await client.query(PLAIN_TEXT);
  // A migration has to wait until the backup is made. The locks come before the snapshot, else it could slip in between.
  await client.query(`lock table ${before.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  const tables = await storedTables(client);
  if (JSON.stringify(tables) !== JSON.stringify(before)) {
    throw new StartError('The database was being migrated; nothing was backed up. Try again.');
  }
  const written: BackedUpTable[] = [];
  for (const { name, columns } of tables) {
    const file = await copyTableOut(client, { name, columns }, folder, signal);
    written.push({ name, columns: [...columns], rows: file.rows, bytes: file.bytes, sha256: file.sha256 });
  }
  const found = {
    postgres: await serverVersion(client),
    migrations: await appliedMigrations(client),
    tables: written,
    sequences: await sequencesOf(client),
    heads: [...(await headsOf(client))],
    files: await namedEvidence(client),
  };
  await client.query('commit');
  return found;
}

/** The same text whatever the server, the role or the database have set. */
export const PLAIN_TEXT = `
  set local client_encoding = 'UTF8';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local extra_float_digits = 1;
  set local bytea_output = 'hex';
  set local timezone = 'UTC';
  set local statement_timeout = 0;
  set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

async function serverVersion(client: pg.PoolClient): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return rows[0]?.version ?? '';
}

async function appliedMigrations(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name collate "C"');
  return rows.map(({ name }) => name);
}

/** Sequences stand outside of transactions: read after the rows, they are never behind them. */
async function sequencesOf(client: pg.PoolClient): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select sequencename::text as name, last_value::text as last from pg_sequences
    where schemaname = current_schema() and last_value is not null
    order by sequencename`);
  return rows;
}

/** Where each chain of publications ends, and which key signs what comes next. */
export async function headsOf(client: pg.PoolClient): Promise<readonly ChainHead[]> {
  const { rows } = await client.query<ChainHead>(`
    select distinct on (chain) chain, sequence, hash, key_id as "keyId" from publication
    order by chain, sequence desc`);
  const handedOver = await keysHandedOverTo(client);
  return rows.map((head) => ({ ...head, keyId: handedOver.get(head.chain) ?? head.keyId }));
}

/** A backup before migrations reads a database that may not know of it yet. */
async function keysHandedOverTo(client: pg.PoolClient): Promise<ReadonlyMap<string, string>> {
  const known = await client.query<{ there: boolean }>(`select to_regclass('signing_key_change') is not null as there`);
  if (known.rows[0]?.there !== true) return new Map();
  const { rows } = await client.query<{ chain: string; keyId: string }>(`
    select distinct on (chain) chain, key_id as "keyId" from signing_key_change order by chain, sequence desc`);
  return new Map(rows.map(({ chain, keyId }) => [chain, keyId]));
}
