import { readdir } from 'node:fs/promises';

import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';

import type { Pooled } from './database.ts';
import { StartError } from './start-error.ts';
import type { Database } from './tables.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);
const FILE_NAME = /^(\d{8}T\d{4}-[a-z0-9-]+)\.ts$/;

/** Any number will do, as long as nothing else of ours in the same database takes it. */
const MIGRATION_LOCK = 5_061_747_501;

interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<never>) => Promise<void>;
}

/**
 * Brings the schema up to this code, all or nothing, and answers with the names of what was applied.
 * Two processes may do it at once: the second waits and then finds nothing to do.
 * Throws a StartError if the database is newer than this code.
 */
export async function migrate(db: Pooled): Promise<readonly string[]> {
  return await db.transaction().execute(async (trx) => await migrateWithin(trx));
}

/**
 * The same inside a transaction of the caller. `upTo` names the only migrations that may be applied: a backup is
 * restored into the schema it was made from, and goes on from there.
 */
export async function migrateWithin(
  trx: Transaction<Database> | Pooled,
  upTo?: readonly string[],
): Promise<readonly string[]> {
  const known = await readMigrations();
  await lockMigrations(trx);
  const applied = await appliedMigrations(trx);
  refuseNewerDatabase(applied, known);
  const pending = known.filter(({ name }) => !applied.has(name) && (upTo?.includes(name) ?? true));
  for (const migration of pending) await apply(trx, migration);
  return pending.map((migration) => migration.name);
}

/** Makes everybody else who wants to change the schema wait, until the transaction ends; may be asked for again. */
export async function lockMigrations(trx: Transaction<Database> | Pooled): Promise<void> {
  // Not of the session, so it also works behind PgBouncer, where a session is not ours to keep.
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
}

/** What was applied to a database and what is still to come, both in order; changes nothing. */
export async function migrationState(
  db: Pooled,
): Promise<{ readonly applied: readonly string[]; readonly pending: readonly string[] }> {
  const known = await readMigrations();
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('schema_migration') is not null as exists`.execute(db);
  const applied = rows[0]?.exists === true ? await readApplied(db) : new Set<string>();
  return {
    applied: [...applied].toSorted(),
    pending: known.map(({ name }) => name).filter((name) => !applied.has(name)),
  };
}

/** Those of `names` that this version does not have. */
export async function unknownMigrations(names: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await readMigrations()).map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

async function readMigrations(): Promise<readonly Migration[]> {
  const files = await readdir(FOLDER);
  const names = files.flatMap((file) => FILE_NAME.exec(file)?.[1] ?? []).toSorted();
  return await Promise.all(names.map(loadMigration));
}

async function loadMigration(name: string): Promise<Migration> {
  const module = (await import(new URL(`${name}.ts`, FOLDER).href)) as Partial<Migration>;
  if (typeof module.up !== 'function') throw new TypeError(`The migration ${name} does not export up().`);
  return { name, up: module.up };
}

async function appliedMigrations(trx: Transaction<Database> | Pooled): Promise<ReadonlySet<string>> {
  await sql`
    create table if not exists schema_migration (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(trx);
  return await readApplied(trx);
}

async function readApplied(db: Transaction<Database> | Pooled): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(db);
  return new Set(rows.map((row) => row.name));
}

function refuseNewerDatabase(applied: ReadonlySet<string>, known: readonly Migration[]): void {
  const names = new Set(known.map((migration) => migration.name));
  const unknown = [...applied].filter((name) => !names.has(name));
  if (unknown.length === 0) return;
  throw new StartError(
    `The database is newer than this Patuh: it was migrated by ${unknown.toSorted().join(', ')}, which this version does not know. ` +
      'Start the newer version, or restore a backup made by this one.',
  );
}

async function apply(trx: Transaction<Database> | Pooled, migration: Migration): Promise<void> {
  await migration.up(trx as unknown as Kysely<never>);
  await sql`insert into schema_migration (name) values (${migration.name})`.execute(trx);
}
