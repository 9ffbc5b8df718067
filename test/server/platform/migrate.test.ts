import { readdir } from 'node:fs/promises';

import { migrate } from '@patuh/server/platform/migrate';
import { StartError } from '@patuh/server/platform/start-error';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';

import { aBlankDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

const open: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (database) => await database.close()));
});

async function aBlank(): Promise<TestDatabase> {
  const database = await aBlankDatabase();
  open.push(database);
  return database;
}

async function migrationFiles(): Promise<readonly string[]> {
  const files = await readdir(new URL('../../../migrations/', import.meta.url));
  return files.filter((file) => /^\d{8}T/.test(file)).map((file) => file.replace('.ts', ''));
}

describe('migrations', () => {
  it('bring an empty database up to date in the order of their stamps, and then have nothing to do', async () => {
    const { db } = await aBlank();
    expect(await migrate(db)).toEqual((await migrationFiles()).toSorted());
    expect(await migrate(db)).toEqual([]);
  });

  it('are applied once by however many processes begin at once', async () => {
    const { db } = await aBlank();
    const applied = await Promise.all([migrate(db), migrate(db), migrate(db), migrate(db)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('refuse a database that a newer version has migrated, and name what they do not know', async () => {
    const { db } = await aBlank();
    await migrate(db);
    await sql`insert into schema_migration (name) values ('20991231T2359-colonies')`.execute(db);
    const refused = migrate(db);
    await expect(refused).rejects.toBeInstanceOf(StartError);
    await expect(refused).rejects.toThrow(/newer than this Patuh: it was migrated by 20991231T2359-colonies/);
  });

  it('leave nothing behind when one fails', async () => {
    const { db } = await aBlank();
    await sql`create table publication (in_the_way text)`.execute(db);
    await expect(migrate(db)).rejects.toThrow('already exists');
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
    expect(rows).toEqual([{ name: 'publication' }]);
  });
});
