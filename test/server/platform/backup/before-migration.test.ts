import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { migrateWithBackup } from '@patuh/server/platform/backup/before-migration';
import { poolOf } from '@patuh/server/platform/database';
import { migrationState, migrateWithin } from '@patuh/server/platform/migrate';
import { afterEach, describe, expect, it } from 'vitest';

import { aFolder, clearFolders, everyRow, fill, restoreInto, tableNames } from '../../../support/backups.ts';
import { aBlankDatabase } from '../../../support/database.ts';
import type { TestDatabase } from '../../../support/database.ts';

const opened: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (database) => await database.close()));
  await clearFolders();
});

async function aBlank(): Promise<TestDatabase> {
  const database = await aBlankDatabase();
  opened.push(database);
  return database;
}

/** In use, and one update behind. */
async function anEarlier(): Promise<{ readonly database: TestDatabase; readonly next: string }> {
  const database = await aBlank();
  const { pending } = await migrationState(database.db);
  await database.db.transaction().execute(async (trx) => await migrateWithin(trx, pending.slice(0, 1)));
  await fill(database.db);
  return { database, next: pending[1]! };
}

async function update({ db, connectionString }: TestDatabase, dataDir: string): Promise<readonly string[]> {
  const pool = poolOf({ connectionString });
  const said: string[] = [];
  try {
    const say = (sentence: string): void => void said.push(sentence);
    await migrateWithBackup({ db, pool }, { dataDir, say, signal: new AbortController().signal });
    return said;
  } finally {
    await pool.end();
  }
}

async function backups(dataDir: string): Promise<readonly string[]> {
  return (await readdir(join(dataDir, 'backups')).catch((): string[] => [])).toSorted();
}

describe('before a database in use is migrated', () => {
  it('all of it is backed up as it was, without keys, and that is said', async () => {
    const [{ database, next }, dataDir] = [await anEarlier(), await aFolder()];
    const before = await everyRow(database.db);
    const said = await update(database, dataDir);
    const [name = '', ...others] = await backups(dataDir);
    expect(others).toEqual([]);
    expect(name).toMatch(new RegExp(`^before-${next}-\\d{8}T\\d{6}\\.\\d{3}Z$`));
    expect(said).toEqual([`Backed up the database before it is migrated: ${join(dataDir, 'backups', name)}`]);
    expect((await migrationState(database.db)).pending).toEqual([]);

    const target = await aBlank();
    await restoreInto(target, join(dataDir, 'backups', name));
    const restored = await everyRow(target.db);
    for (const table of ['province', 'publication']) expect(restored[table]).toEqual(before[table]);
    // Restored into the database of today, a government also says since when there is one: always.
    expect(restored['government']).toEqual(before['government']?.map((row) => row.replace(/\)$/, ',)')));
  });

  it('nothing is backed up where there is nothing, or nothing to migrate', async () => {
    const [database, dataDir] = [await aBlank(), await aFolder()];
    expect(await update(database, dataDir)).toEqual([]);
    expect(await update(database, dataDir)).toEqual([]);
    expect(await backups(dataDir)).toEqual([]);
  });

  it('a backup that cannot be written stops the start, and the database stays as it was', async () => {
    const [{ database }, dataDir] = [await anEarlier(), await aFolder()];
    const before = await tableNames(database.db);
    await writeFile(join(dataDir, 'backups'), 'a file in the way');
    await expect(update(database, dataDir)).rejects.toThrow(
      /^The database was not migrated, because the backup before it failed\. /,
    );
    expect(await tableNames(database.db)).toEqual(before);
  });

  it('the newest five are kept, one for each migration, and nothing else is touched', async () => {
    const [{ database, next }, dataDir] = [await anEarlier(), await aFolder()];
    const there = [
      'before-20200101T0000-a-20200101T000000.000Z',
      'before-20200202T0000-b-20200202T000000.000Z',
      'before-20200303T0000-c-20200303T000000.000Z',
      'before-20200404T0000-d-20200404T000000.000Z',
      'before-20200505T0000-e-20200505T000000.000Z',
      `before-${next}-20200606T000000.000Z`,
      '20190101T000000.000Z',
    ];
    for (const name of there) {
      await mkdir(join(dataDir, 'backups', name), { recursive: true });
      await writeFile(join(dataDir, 'backups', name, 'manifest.json'), '');
    }
    const [aborted, running] = [
      `before-${next}-20200606T000001.000Z.partial`,
      `before-${next}-20200606T000002.000Z.partial`,
    ];
    for (const name of [aborted, running]) await mkdir(join(dataDir, 'backups', name));
    await utimes(join(dataDir, 'backups', aborted), 0, 0);

    await update(database, dataDir);
    const kept = await backups(dataDir);
    expect(kept.slice(0, -2)).toEqual(['20190101T000000.000Z', ...there.slice(1, 5)]);
    expect(kept.at(-2)).toBe(running);
    expect(kept.at(-1)).toMatch(new RegExp(`^before-${next}-20[2-9]\\d`));
  });
});
