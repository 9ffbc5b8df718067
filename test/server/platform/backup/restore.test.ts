import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { manifestText } from '@patuh/server/platform/backup/manifest';
import type { Manifest } from '@patuh/server/platform/backup/manifest';
import type { RestoreOrder } from '@patuh/server/platform/backup/restore-backup';
import { auditFaultsWithin } from '@patuh/server/features/audit/verify';
import { noteMaintenance, recordMaintenance } from '@patuh/server/platform/maintenance';
import { openDatabase } from '@patuh/server/platform/postgres';
import { migrate, migrationState, migrateWithin } from '@patuh/server/platform/migrate';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';

import {
  aFolder,
  backUp,
  clearFolders,
  everyRow,
  fill,
  OFFICE_KEYS,
  restoreInto,
  tableNames,
} from '../../../support/backups.ts';
import { aBlankDatabase, aDatabase } from '../../../support/database.ts';
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

async function aFilled(): Promise<TestDatabase> {
  const database = await aDatabase();
  opened.push(database);
  await fill(database.db);
  return database;
}

/** Changes what the database protects, as only its owner can. */
async function tamper(database: TestDatabase, statement: ReturnType<typeof sql>): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await statement.execute(trx);
  });
}

describe('a restored database', () => {
  it('has the same rows in every table, and the protection of its publications', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder } = await backUp(source, { into: await aFolder() });
    expect(await restoreInto(target, folder)).toMatchObject({ publications: 2, migrated: [], keyFiles: [] });
    expect(await everyRow(target.db)).toEqual(await everyRow(source.db));
    await expect(sql`delete from publication`.execute(target.db)).rejects.toThrow('A publication never changes');
  });

  it('says so in the audit, as the last thing', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder } = await backUp(source, { into: await aFolder() });
    const now = (): Date => new Date();
    const note: RestoreOrder['note'] = (trx) =>
      noteMaintenance(trx, { kind: 'restore', automatic: false, at: now() }, now);
    await restoreInto(target, folder, { note });
    const noted = await target.db.selectFrom('maintenance').select(['kind', 'automatic']).execute();
    expect(noted).toEqual([{ kind: 'restore', automatic: false }]);
    const events = await target.db.selectFrom('audit_event').select(['action', 'actor']).execute();
    expect(events.at(-1)).toEqual({ action: 'backup.restored', actor: 'restore' });
  });

  it('goes on counting where the sequences were', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    for (const { db } of [source, target]) await sql`create sequence ticket`.execute(db);
    await sql`select setval('ticket', 41)`.execute(source.db);
    const { folder } = await backUp(source, { into: await aFolder() });
    await restoreInto(target, folder);
    expect((await sql`select nextval('ticket')::integer as next`.execute(target.db)).rows).toEqual([{ next: 42 }]);
  });

  it('of an earlier schema is brought up to date after its rows came in', async () => {
    const [source, target] = [await aBlank(), await aBlank()];
    const { pending } = await migrationState(source.db);
    const earlier = pending.slice(0, 1);
    await source.db.transaction().execute(async (trx) => await migrateWithin(trx, earlier));
    await fill(source.db);
    const { folder, manifest } = await backUp(source, { into: await aFolder() });
    expect(manifest.migrations).toEqual(earlier);
    const restored = await restoreInto(target, folder);
    expect(restored.migrated).toEqual(pending.slice(1));
    expect(restored.publications).toBe(2);
    expect(await migrate(target.db)).toEqual([]);
  });

  it('lacks tables that are none of Patuh’s, and it is said', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    await sql`create table "Catatan; kantor" (isi text)`.execute(source.db);
    await sql`insert into "Catatan; kantor" values ('rapat')`.execute(source.db);
    const { folder } = await backUp(source, { into: await aFolder() });
    const said: string[] = [];
    await restoreInto(target, folder, { say: (sentence) => said.push(sentence) });
    expect(said).toEqual(["The table Catatan; kantor (1 rows) is none of Patuh's and was left out."]);
  });
});

describe('restoring is refused and changes nothing', () => {
  it('where the database is not empty: what is there is named', async () => {
    const [source, target] = [await aFilled(), await aFilled()];
    const { folder } = await backUp(source, { into: await aFolder() });
    const before = await everyRow(target.db);
    await expect(restoreInto(target, folder)).rejects.toThrow(/The database is not empty: .*publication 2/);
    expect(await everyRow(target.db)).toEqual(before);
  });

  it('while a server runs on a database of DATABASE_URL', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder } = await backUp(source, { into: await aFolder() });
    const server = await openDatabase(
      { databaseUrl: target.connectionString, dataDir: await aFolder() },
      { role: 'server' },
    );
    await expect(restoreInto(target, folder)).rejects.toThrow('A Patuh server is running on this database.');
    await server.close();
    expect(await tableNames(target.db)).toEqual([]);
  });

  it('where other rows arrive than the manifest says', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder, manifest } = await backUp(source, { into: await aFolder() });
    const tables = manifest.tables.map((table) => (table.name === 'government' ? { ...table, rows: 2 } : table));
    await rewrite(folder, { ...manifest, tables });
    await expect(restoreInto(target, folder)).rejects.toThrow('government: 1 rows arrived, the manifest says 2');
    await rewrite(folder, { ...manifest, tables: manifest.tables.filter(({ name }) => name !== 'government') });
    await expect(restoreInto(target, folder)).rejects.toThrow('The backup has no rows for government');
    expect(await tableNames(target.db)).toEqual([]);
  });

  it('where the chain ends elsewhere than the manifest says', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder, manifest } = await backUp(source, { into: await aFolder() });
    await rewrite(folder, { ...manifest, heads: manifest.heads.map((head) => ({ ...head, sequence: 3 })) });
    await expect(restoreInto(target, folder)).rejects.toThrow('does not end where the manifest says');
    expect(await tableNames(target.db)).toEqual([]);
  });

  it('where a publication was changed before the backup, unless one accepts that', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    await tamper(source, sql`update publication set bytes = replace(bytes, '51.43', '81.43') where sequence = 1`);
    const { folder } = await backUp(source, { into: await aFolder() });
    const refused = restoreInto(target, folder);
    await expect(refused).rejects.toThrow(
      /^The publications of this backup do not verify; nothing was restored\.\n53-2022-1: /,
    );
    expect(await tableNames(target.db)).toEqual([]);

    const said: string[] = [];
    await restoreInto(target, folder, { acceptBrokenChain: true, say: (sentence) => said.push(sentence) });
    expect(said.join()).toContain('do not verify:\n53-2022-1: ');
    expect(await everyRow(target.db)).toEqual(await everyRow(source.db));
  });

  it('where a publication in the middle of the chain is gone', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    await tamper(source, sql`delete from publication where sequence = 1`);
    const { folder } = await backUp(source, { into: await aFolder() });
    await expect(restoreInto(target, folder)).rejects.toThrow('chain main: its beginning is missing');
  });

  it('where another key is in the way, and the database stays empty', async () => {
    const [source, target] = [await aFilled(), await aBlank()];
    const { folder } = await backUp(source, { into: await aFolder() });
    const place = { dataDir: await aFolder(), signingKeyFile: join(await aFolder(), 'office.key') };
    await writeFile(place.signingKeyFile, `${'9'.repeat(64)}\n`);
    const keys = { files: OFFICE_KEYS.files, place };
    await expect(restoreInto(target, folder, { keys })).rejects.toThrow('holds another key than the backup');
    expect(await tableNames(target.db)).toEqual([]);
  });
});

describe('a backup is refused', () => {
  it('with a key that did not sign the newest publication, and leaves nothing behind', async () => {
    const [source, into] = [await aFilled(), await aFolder()];
    const files = new Map([['signing.key', Buffer.from('9'.repeat(64))]]);
    await expect(backUp(source, { into, keys: { ...OFFICE_KEYS, files } })).rejects.toThrow(
      /^No backup was written: the signing key is \w+, but the newest publication is signed by \w+\./,
    );
    await expect(backUp(source, { into, keys: { ...OFFICE_KEYS, files: new Map() } })).rejects.toThrow(
      'there is no signing key',
    );
    expect((await backUp(source, { into, keys: OFFICE_KEYS })).manifest.keys).toMatchObject({ names: ['signing.key'] });
  });

  it('in a folder that is not there, like a disk that is not mounted', async () => {
    const into = join(await aFolder(), 'usb');
    await expect(backUp(await aFilled(), { into })).rejects.toThrow(
      `No backup can be written to ${into}: there is no such file or folder (ENOENT).`,
    );
  });

  it('of a database without Patuh', async () => {
    await expect(backUp(await aBlank(), { into: await aFolder() })).rejects.toThrow('There is nothing to back up');
  });

  it('over another one', async () => {
    const [source, into] = [await aFilled(), await aFolder()];
    await backUp(source, { into });
    await expect(backUp(source, { into })).rejects.toThrow('backup is already there.');
  });
});

async function rewrite(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), manifestText(manifest));
}

describe('a backup whose audit was changed', () => {
  async function aChanged(): Promise<{ readonly folder: string; readonly target: TestDatabase }> {
    const [source, target] = [await aFilled(), await aBlank()];
    for (let index = 0; index < 2; index += 1) {
      const maintained = { kind: 'backup', automatic: false, at: new Date() } as const;
      await recordMaintenance(source.db, maintained, () => new Date());
    }
    await tamper(source, sql`update audit_event set actor = 'import' where office = 'pusat' and sequence = 1`);
    const { folder } = await backUp(source, { into: await aFolder() });
    return { folder, target };
  }
  const auditFaults: RestoreOrder['auditFaults'] = async (db) =>
    (await auditFaultsWithin(db)).filter((fault) => fault.startsWith('chain '));

  it('is refused with the first broken link, and nothing is restored', async () => {
    const { folder, target } = await aChanged();
    await expect(restoreInto(target, folder, { auditFaults })).rejects.toThrow(
      /The audit of this backup does not hold; nothing was restored\.\nchain pusat BROKEN: event 1: was changed/,
    );
    expect(await tableNames(target.db)).toEqual([]);
  });

  it('is restored all the same by whoever insists, and is told', async () => {
    const { folder, target } = await aChanged();
    const said: string[] = [];
    await restoreInto(target, folder, { auditFaults, acceptBrokenChain: true, say: (line) => void said.push(line) });
    expect(said.join()).toContain('chain pusat BROKEN: event 1: was changed');
    expect(await target.db.selectFrom('maintenance').select('id').execute()).toHaveLength(2);
  });
});
