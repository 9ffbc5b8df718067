import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { openDatabase } from '@patuh/server/platform/postgres';
import { folderStore } from '@patuh/server/platform/evidence/folder-store';
import { migrationState, migrateWithin } from '@patuh/server/platform/migrate';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';

import { aFolder, clearFolders, everyRow, fill, open, PASSPHRASE } from '../support/backups.ts';
import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { aBlankDatabase, aDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { isAlive, postgresOf, run, startServer } from '../support/processes.ts';
import type { Ended, RunningServer, RunOptions } from '../support/processes.ts';
import { aPhoto, keepIn, rowOf } from '../support/uploads.ts';
import { aFile, aLine } from '../support/published-csv.ts';

const opened: TestDatabase[] = [];
afterEach(async () => {
  await clearDataDirs();
  await Promise.all(opened.splice(0).map(async (database) => await database.close()));
  await clearFolders();
});

const WITH_PASSPHRASE = { PATUH_BACKUP_PASSPHRASE: PASSPHRASE };

async function command(name: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return await run([`server/src/commands/${name}.ts`, ...args], options).ended;
}

async function backUpInto(into: string, options: RunOptions): Promise<string> {
  const written = await command('backup', [into], { ...options, env: { ...WITH_PASSPHRASE, ...options.env } });
  expect(written).toMatchObject({ code: 0, stderr: '' });
  return /^Backup written: (.+)$/m.exec(written.stdout)![1]!;
}

async function rowsIn(dataDir: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' });
  try {
    return await everyRow(database.db);
  } finally {
    await database.close();
  }
}

/** A backup is noted where it was made and where it was restored, in three tables, after everything that it holds. */
function withoutNotes(rows: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const { maintenance, audit_head: heads, audit_event: events = [], ...others } = rows;
  expect([maintenance?.length, heads?.length]).not.toContain(undefined);
  return { ...others, audit_event: events.filter((event) => !NOTE.test(event)) };
}

function notesIn({ audit_event: events = [] }: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return events.flatMap((event) => NOTE.exec(event)?.[0] ?? []);
}

/** Publications that were there before there was an audit: the migration that began it wrote an event for each. */
async function publishedBeforeTheAudit({ db }: TestDatabase): Promise<void> {
  const { pending } = await migrationState(db);
  await db.transaction().execute(async (trx) => await migrateWithin(trx, pending.slice(0, 1)));
  await fill(db);
  await db.transaction().execute(async (trx) => await migrateWithin(trx, pending.slice(1)));
}

const NOTE = /backup\.(?:made|restored)/;

const PAGES = ['/api/rankings/53/2022', '/peringkat/53/2022', '/api/publications', '/api/publications/53-2022-2'];

async function pagesOf({ address }: RunningServer): Promise<readonly string[]> {
  return await Promise.all(
    PAGES.map(async (path) => {
      const answer = await fetch(`${address}${path}`);
      return `${path} ${answer.status}\n${await answer.text()}`;
    }),
  );
}

/** A photo arrives, as far as files and rows go. */
async function proveSomething(dataDir: string): Promise<void> {
  const photo = await aPhoto(1, 16);
  const store = folderStore(join(dataDir, 'evidence'));
  await keepIn(store, photo);
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' });
  await rowOf(database.db, photo);
  await database.close();
}

async function stopped(server: RunningServer): Promise<void> {
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
}

describe('a backup made beside a running server', () => {
  it('becomes the same installation elsewhere: every row, the chain, the key, and what is served', async () => {
    const [dataDir, elsewhere, into] = [await aDataDir(), await aDataDir(), await aFolder()];
    const server = await startServer({ dataDir });
    await writeFile(
      join(into, 'koreksi.csv'),
      aFile([aLine({ score: '51,44', rank: '20', category: 'D', zone: 'red' })]),
    );
    const correction = ['published', join(into, 'koreksi.csv'), '--replaces', '53-2022-1', '--reason', 'Salah ketik'];
    expect(await command('import', correction, { dataDir })).toMatchObject({ code: 0 });
    await proveSomething(dataDir);
    const backup = await backUpInto(into, { dataDir });

    const beside = await command('restore', [backup], { dataDir, env: WITH_PASSPHRASE });
    expect(beside).toMatchObject({ code: 1, stdout: '' });
    expect(beside.stderr).toContain(`Another Patuh server already uses the data in ${dataDir}. Stop it first`);
    await expect.poll(async () => (await pagesOf(server)).join(), { timeout: 60_000 }).toContain('51,44');
    const served = await pagesOf(server);
    await stopped(server);

    const restored = await command('restore', [backup], { dataDir: elsewhere, env: WITH_PASSPHRASE });
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.stdout).toMatch(
      /publications recomputed, their chain unbroken\n {2}the audit chains followed to their ends\n {2}1 files of evidence, each as its hash says\n {2}keys: written .*signing\.key/,
    );
    expect(postgresOf(elsewhere)).toBeUndefined();
    const [here, there] = [await rowsIn(dataDir), await rowsIn(elsewhere)];
    expect(withoutNotes(there)).toEqual(withoutNotes(here));
    expect([notesIn(here), notesIn(there)]).toEqual([['backup.made'], ['backup.restored']]);
    const evidence = await command('evidence', ['check', '--deep'], { dataDir: elsewhere });
    expect(evidence).toMatchObject({ code: 0, stderr: '' });
    expect(evidence.stdout).toMatch(/^1 files, 1 kB: 0 missing, 0 damaged, 0 orphaned/);
    const key = 'keys/signing.key';
    expect(await readFile(join(elsewhere, key))).toEqual(await readFile(join(dataDir, key)));
    expect((await stat(join(elsewhere, key))).mode & 0o777).toBe(0o600);

    const again = await command('restore', [backup], { dataDir: elsewhere, env: WITH_PASSPHRASE });
    expect(again.stderr).toContain('The database is not empty');
    const successor = await startServer({ dataDir: elsewhere });
    expect(await pagesOf(successor)).toEqual(served);
    await stopped(successor);
  });
});

describe('a backup', () => {
  async function aFilled(rows: number): Promise<{ DATABASE_URL: string }> {
    const database = await aDatabase();
    opened.push(database);
    await fill(database.db);
    // Random text, which no compression makes small: the backup takes long enough to be killed in its middle.
    await sql`create table large as select n, gen_random_uuid()::text || gen_random_uuid()::text as noise
      from generate_series(1, ${rows}::integer) n`.execute(database.db);
    return { DATABASE_URL: database.connectionString };
  }

  async function begun(into: string): Promise<string> {
    while (true) {
      const name = (await readdir(into)).find((found) => found.endsWith('.partial')) ?? 'none';
      const { size } = await stat(join(into, name, 'tables/large.copy.gz')).catch(() => ({ size: 0 }));
      if (size > 0) return name;
      await pause(2);
    }
  }

  it('killed in its middle leaves what nobody takes for a backup, and the next one is whole', async () => {
    const [env, into, dataDir] = [await aFilled(150_000), await aFolder(), await aDataDir()];
    const killed = run(['server/src/commands/backup.ts', into, '--without-keys'], { dataDir, env });
    const partial = await begun(into);
    killed.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    expect(await readdir(into)).toEqual([partial]);
    const refused = await command('restore', [join(into, partial)], { dataDir });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toBe(
      `${join(into, partial)} is an aborted backup: it was not written to its end. Use another one.\n`,
    );
    expect(await command('backup', [into, '--without-keys'], { dataDir, env })).toMatchObject({ code: 0 });
    const whole = (await readdir(into)).find((name) => name !== partial) ?? 'none';
    expect((await open(join(into, whole))).manifest.keys).toEqual({ kind: 'left-out' });
  });

  it('interrupted by Ctrl-C clears up behind itself', async () => {
    const [env, into, dataDir] = [await aFilled(150_000), await aFolder(), await aDataDir()];
    const interrupted = run(['server/src/commands/backup.ts', into, '--without-keys'], { dataDir, env });
    await begun(into);
    interrupted.kill('SIGINT');
    expect(await interrupted.ended).toMatchObject({ code: 130, stderr: 'Stopping …\n' });
    expect(await readdir(into)).toEqual([]);
  });

  it.each([
    ['without a passphrase', {}, 'The keys need a passphrase: set PATUH_BACKUP_PASSPHRASE, or leave the keys out'],
    ['with a short one', { PATUH_BACKUP_PASSPHRASE: 'rahasia' }, 'The passphrase has 7 characters; at least 15'],
    ['of a folder without Patuh', WITH_PASSPHRASE, 'There is nothing to back up: DATA_DIR'],
  ])('%s is refused', async (_name, env, sentence) => {
    const [into, dataDir] = [await aFolder(), await aDataDir()];
    const refused = await command('backup', [into], { dataDir, env });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(sentence);
    expect(await readdir(into)).toEqual([]);
  });

  it.each(['backup', 'restore'])('%s without a folder, or with a misspelt option, is not understood', async (name) => {
    for (const args of [[], ['a', '--without-key']]) {
      expect(await command(name, args, { dataDir: await aDataDir() })).toMatchObject({ code: 2, stdout: '' });
    }
    const help = await command(name, ['--help'], {});
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain(`npm run ${name} -- DIR`);
  });
});

describe('restoring', () => {
  it('with the wrong passphrase, or none, touches nothing; without keys it needs none', async () => {
    const [source, target, into] = [await aBlankDatabase(), await aBlankDatabase(), await aFolder()];
    opened.push(source, target);
    await publishedBeforeTheAudit(source);
    const key = join(into, 'office.key');
    await writeFile(key, `${Buffer.from(new Uint8Array(32).fill(7)).toString('hex')}\n`);
    const env = { DATABASE_URL: source.connectionString, SIGNING_KEY_FILE: key };
    const dataDir = await aDataDir();
    const backup = await backUpInto(into, { dataDir, env });

    const restore = async (args: readonly string[], extra: Readonly<Record<string, string>> = {}) =>
      await command('restore', [backup, ...args], {
        dataDir,
        env: { DATABASE_URL: target.connectionString, ...extra },
      });
    const wrong = await restore([], { PATUH_BACKUP_PASSPHRASE: 'kuda laut menanam pad1' });
    expect(wrong).toMatchObject({ code: 1, stderr: 'The passphrase does not open the keys of this backup.\n' });
    expect((await restore([])).stderr).toContain('need their passphrase: set PATUH_BACKUP_PASSPHRASE');
    expect(await everyRow(target.db)).toEqual({});

    const without = await restore(['--without-keys']);
    expect(without).toMatchObject({ code: 0, stderr: '' });
    expect(without.stdout).toMatch(/keys: none restored; put the key [0-9a-f]{64} in its place/);
    expect(withoutNotes(await everyRow(target.db))).toEqual(withoutNotes(await everyRow(source.db)));
  });
});

describe('the first start after an update', () => {
  it('backs the database up before it migrates, and serves', async () => {
    const [database, dataDir] = [await aBlankDatabase(), await aDataDir()];
    opened.push(database);
    const { pending } = await migrationState(database.db);
    await database.db.transaction().execute(async (trx) => await migrateWithin(trx, pending.slice(0, 1)));
    await fill(database.db);

    const server = await startServer({ dataDir, env: { DATABASE_URL: database.connectionString } });
    expect(server.output()).toContain(`Backed up the database before it is migrated: ${join(dataDir, 'backups')}`);
    const [name = ''] = await readdir(join(dataDir, 'backups'));
    expect((await open(join(dataDir, 'backups', name))).manifest.migrations).toEqual(pending.slice(0, 1));
    expect(isAlive(server.pid)).toBe(true);
    await stopped(server);
  });
});
