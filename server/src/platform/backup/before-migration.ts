import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { recordMaintenance } from '../maintenance.ts';
import { migrate, migrationState } from '../migrate.ts';
import type { OpenDatabase } from '../postgres.ts';
import { StartError } from '../start-error.ts';
import { backupsIn, PARTIAL, stampOf, writeBackup } from './write-backup.ts';

const KEPT = 5;
const NAME = /^before-(?<migration>.+)-(?<stamp>\d{8}T\d{6}\.\d{3}Z)$/;

export interface MigrateOptions {
  readonly dataDir: string;
  readonly say: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings the schema up to this code. A database that was in use is backed up to DATA_DIR/backups first, without keys,
 * and is not touched if that fails: a StartError says why.
 */
export async function migrateWithBackup(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  { dataDir, say, signal }: MigrateOptions,
): Promise<readonly string[]> {
  const { applied, pending } = await migrationState(db);
  const [first] = pending;
  const createdAt = new Date();
  if (applied.length > 0 && first !== undefined) {
    const into = join(dataDir, 'backups');
    try {
      await mkdir(into, { recursive: true, mode: 0o700 });
      const name = `before-${first}-${stampOf(createdAt)}`;
      const { folder } = await writeBackup({
        pool,
        into,
        name,
        createdAt,
        keys: 'left-out',
        evidence: 'left-out',
        signal,
      });
      say(`Backed up the database before it is migrated: ${folder}`);
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartError(
        `The database was not migrated, because the backup before it failed. ${reason}\nIt is as it was; the earlier version still runs on it.`,
      );
    }
    await removeOlder(into).catch((error: unknown) =>
      say(`Older backups in ${into} were not removed: ${String(error)}`),
    );
  }
  const migrated = await migrate(db);
  if (applied.length > 0 && first !== undefined) {
    // The database is whole and new by now: what could not be noted is no reason to end.
    const noted = recordMaintenance(db, { kind: 'backup', automatic: true, at: createdAt }, () => new Date());
    await noted.catch((error: unknown) => say(`The backup was not noted in the database: ${String(error)}`));
  }
  return migrated;
}

/**
 * Keeps the newest of each migration, and of those the newest five: a server that fails to migrate and is started again
 * and again must not push out what was kept before earlier updates.
 */
async function removeOlder(folder: string): Promise<void> {
  const ours = (await backupsIn(folder)).flatMap((name) => {
    const { migration = '', stamp = '' } = NAME.exec(name)?.groups ?? {};
    return stamp === '' ? [] : [{ name, migration, stamp }];
  });
  const newestFirst = ours.toSorted((a, b) => b.stamp.localeCompare(a.stamp, 'en'));
  const newest = newestFirst.filter(
    ({ migration }, index) => newestFirst.findIndex((other) => other.migration === migration) === index,
  );
  const kept = new Set(newest.slice(0, KEPT));
  const old = ours.filter((backup) => !kept.has(backup)).map(({ name }) => name);
  for (const name of [...old, ...(await abortedIn(folder))]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

const HOUR_MS = 3_600_000;

/** Backups of ours whose writer was killed. A younger one may still be written, by another server. */
async function abortedIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const partial = names.filter((name) => name.endsWith(PARTIAL) && NAME.test(name.slice(0, -PARTIAL.length)));
  const aged = await Promise.all(
    partial.map(async (name) => ({ name, age: Date.now() - (await stat(join(folder, name))).mtimeMs })),
  );
  return aged.filter(({ age }) => age > HOUR_MS).map(({ name }) => name);
}
