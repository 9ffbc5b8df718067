import type pg from 'pg';

import { beginGeneration } from '../assessments/generation.ts';
import { kyselyOn } from '../database.ts';
import type { Pooled, Reader, Writer } from '../database.ts';
import type { EvidenceStore } from '../evidence/store.ts';
import { lockMigrations, migrateWithin } from '../migrate.ts';
import { SERVER_NAME } from '../postgres.ts';
import { StartError } from '../start-error.ts';
import { checkPublications } from './check-publications.ts';
import { bringEvidenceIn, namedEvidence } from './evidence-files.ts';
import type { KeyFiles } from './key-box.ts';
import { type KeyPlace, writeKeys } from './key-files.ts';
import type { Manifest } from './manifest.ts';
import type { Backup } from './read-backup.ts';
import { PLAIN_TEXT } from './snapshot.ts';
import { quoted, storedTables } from './stored-tables.ts';
import type { StoredTable } from './stored-tables.ts';
import { copyTableIn } from './table-files.ts';

export interface RestoreOrder {
  readonly pool: pg.Pool;
  readonly backup: Backup;
  /** Absent: keys are left as they are. */
  readonly keys: { readonly files: KeyFiles; readonly place: KeyPlace } | undefined;
  /** Gets the files of evidence; absent: they are left in the backup. */
  readonly evidence?: EvidenceStore;
  /** Restore although the publications do not verify: they already did not when the backup was made. */
  readonly acceptBrokenChain: boolean;
  /** What is wrong with the audit chains that arrived, one sentence each; absent: nobody looks. */
  readonly auditFaults?: (db: Reader) => Promise<readonly string[]>;
  /** The last thing in the transaction, when all arrived and holds. */
  readonly note?: (trx: Writer) => Promise<void>;
  readonly say: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export interface Restored {
  readonly rows: number;
  readonly publications: number;
  /** Migrations of this version that came after the backup. */
  readonly migrated: readonly string[];
  readonly keyFiles: readonly string[];
  /** Files of evidence that were brought into the store. */
  readonly evidence: number;
}

/**
 * Fills an empty database from a backup: the schema of that time, its rows, then the migrations since; keys last. One
 * transaction, so that it happens all or not at all. Throws a StartError if the database is not empty or in use, or if
 * what arrived is not what the manifest says.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const client = await order.pool.connect();
  let failed = true;
  let undoKeys = async (): Promise<void> => {};
  try {
    await client.query('begin');
    await client.query(PLAIN_TEXT);
    const restored = await fill(client, order);
    const written = order.keys === undefined ? undefined : await writeKeys(order.keys.place, order.keys.files);
    undoKeys = written?.undo ?? undoKeys;
    await client.query('commit');
    failed = false;
    return { ...restored, keyFiles: written?.files ?? [] };
  } catch (error) {
    await undoKeys();
    throw error;
  } finally {
    client.release(failed);
  }
}

async function fill(client: pg.PoolClient, order: RestoreOrder): Promise<Omit<Restored, 'keyFiles'>> {
  const { manifest } = order.backup;
  const db = kyselyOn(client);
  await refuseInUse(client);
  await lockMigrations(db);
  await refuseFilled(client);
  await migrateWithin(db, manifest.migrations);
  await asReplica(client, async () => await copyTables(client, order));
  await setSequences(client, manifest.sequences);
  const { acceptBrokenChain, say } = order;
  const expected = { heads: manifest.heads, keys: order.keys?.files, acceptBrokenChain, say };
  const publications = await checkPublications(client, expected);
  const migrated = await migrateWithin(db);
  await checkAudit(db, order);
  // Files before the commit: no row may ever name one that is still on its way. What is too many does no harm.
  const evidence = await restoreEvidence(client, order);
  await beginGeneration(db);
  await order.note?.(db as unknown as Writer);
  return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), publications, migrated, evidence };
}

async function restoreEvidence(
  client: pg.PoolClient,
  { backup: { folder }, evidence: store, say, signal }: RestoreOrder,
): Promise<number> {
  if (store === undefined) return 0;
  const files = await bringEvidenceIn(folder, store, signal);
  let missing = 0;
  for (const sha256 of await namedEvidence(client)) if (!(await store.has(sha256))) missing += 1;
  if (missing > 0) {
    say(
      `${missing} files of evidence are named by the rows and were not in the backup. They come back when a phone that has them ` +
        'sends them again, or copy the folder of the evidence from where it still is; npm run evidence -- check names them.',
    );
  }
  return files;
}

/** After the migrations since, because an audit may have begun with one of them. */
async function checkAudit(db: Pooled, { auditFaults, acceptBrokenChain, say }: RestoreOrder): Promise<void> {
  const faults = (await auditFaults?.(db)) ?? [];
  if (faults.length === 0) return;
  if (acceptBrokenChain) {
    say(['The audit of this backup does not hold:', ...faults].join('\n'));
    return;
  }
  throw new StartError(['The audit of this backup does not hold; nothing was restored.', ...faults, ADVICE].join('\n'));
}

const ADVICE =
  'Use another backup. If none is better, restore this one with --accept-broken-chain and find out who changed what.';

/** A server on the embedded database holds a lock that keeps us out; on another one only its connections tell. */
async function refuseInUse(client: pg.PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [SERVER_NAME],
  );
  if (rowCount === 0) return;
  throw new StartError('A Patuh server is running on this database. Stop it before restoring; nothing was changed.');
}

async function refuseFilled(client: pg.PoolClient): Promise<void> {
  const tables = await storedTables(client);
  if (tables.length === 0) return;
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${quoted(name)}`);
    found.push(`${name} ${rows[0]?.count ?? ''}`);
  }
  throw new StartError(
    `The database is not empty: it has ${tables.length} tables with rows (${found.join(', ')}). ` +
      'A backup is restored into an empty installation only: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.',
  );
}

/** Triggers and foreign keys rest meanwhile: the rows were let in once, and some tables refuse every change. */
async function asReplica(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  try {
    await client.query('set local session_replication_role = replica');
  } catch (error) {
    throw new StartError(
      'The user of DATABASE_URL may not switch triggers off, which restoring needs. Let a superuser run ' +
        '"grant set on parameter session_replication_role to <that user>", or restore as a superuser.',
      { cause: error },
    );
  }
  await work();
  await client.query('set local session_replication_role = origin');
}

async function copyTables(client: pg.PoolClient, { backup, say, signal }: RestoreOrder): Promise<void> {
  const { manifest, folder } = backup;
  const here = await storedTables(client);
  const backedUp = new Map(manifest.tables.map((table) => [table.name, table]));
  const missing = here.filter(({ name }) => !backedUp.has(name)).map(({ name }) => name);
  if (missing.length > 0)
    throw new StartError(`The backup has no rows for ${missing.join(', ')}; nothing was restored.`);
  for (const { name } of here) {
    const table = backedUp.get(name);
    if (table !== undefined) await copyTable(client, table, folder, signal);
  }
  const names = new Set(here.map(({ name }) => name));
  for (const { name, rows } of manifest.tables.filter((table) => !names.has(table.name))) {
    say(`The table ${name} (${rows} rows) is none of Patuh's and was left out.`);
  }
}

async function copyTable(
  client: pg.PoolClient,
  table: StoredTable & { readonly rows: number },
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  // Migrations may bring rows of their own; the backup has those too, as they were.
  await client.query(`delete from ${quoted(table.name)}`);
  const rows = await copyTableIn(client, table, folder, signal);
  if (rows === table.rows) return;
  throw new StartError(`${table.name}: ${rows} rows arrived, the manifest says ${table.rows}; nothing was restored.`);
}

async function setSequences(client: pg.PoolClient, sequences: Manifest['sequences']): Promise<void> {
  for (const { name, last } of sequences) {
    await client.query('select setval(to_regclass($1), $2::bigint)', [quoted(name), last]);
  }
}
