import { readdir } from 'node:fs/promises';

import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';

import type { Pooled } from './database.ts';
import { StartError } from './start-error.ts';

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
  const known = await readMigrations();
  return await db.transaction().execute(async (trx) => {
    // Held until the transaction ends, so it also works behind PgBouncer, where a session is not ours to keep.
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
    const applied = await appliedMigrations(trx);
    refuseNewerDatabase(applied, known);
    const pending = known.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(trx, migration);
    return pending.map((migration) => migration.name);
  });
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

async function appliedMigrations(trx: Transaction<never> | Pooled): Promise<ReadonlySet<string>> {
  await sql`
    create table if not exists schema_migration (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(trx);
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(trx);
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

async function apply(trx: Pooled, migration: Migration): Promise<void> {
  await migration.up(trx as unknown as Kysely<never>);
  await sql`insert into schema_migration (name) values (${migration.name})`.execute(trx);
}
