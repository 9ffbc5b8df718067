import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { postgresLog, postgresOf, startServer, useDatabase } from '../support/processes.ts';

afterEach(clearDataDirs);

async function filled(): Promise<string> {
  const dataDir = await aDataDir();
  expect((await useDatabase('write kept', { dataDir })).code).toBe(0);
  return dataDir;
}

async function keepsItsRows(dataDir: string): Promise<void> {
  expect(await useDatabase('read', { dataDir })).toMatchObject({ code: 0, stdout: '["kept"]\n' });
}

describe('data left by something that went wrong', () => {
  it('half an initdb is cleared away and made again', async () => {
    const dataDir = await aDataDir();
    await mkdir(join(dataDir, 'pg-init-dead', 'pg'), { recursive: true });
    await writeFile(join(dataDir, 'pg-init-dead', 'pg', 'PG_VERSION'), '18\n');
    expect((await useDatabase('write kept', { dataDir })).code).toBe(0);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('pg-init'))).toEqual([]);
    await keepsItsRows(dataDir);
  });

  it.each([
    ['is lost', async (file: string) => await rm(file)],
    ['is cut off', async (file: string) => await writeFile(file, '{"host":"127.')],
    ['is of another database', async (file: string) => await writeFile(file, '{"password":"wrong","port":1}')],
  ])('a connection file that %s is written again, and the rows are there', async (_name, spoil) => {
    const dataDir = await filled();
    await spoil(join(dataDir, 'postgres.json'));
    await keepsItsRows(dataDir);
    await keepsItsRows(dataDir);
  });

  it('a stale postmaster.pid with the number of a living process that is no Postgres does not block the start', async () => {
    const dataDir = await filled();
    const pidFile = join(dataDir, 'pg', 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n/proc/self/cwd\n1700000000\n5432\n\n127.0.0.1\n  0  0\nready\n`);
    await keepsItsRows(dataDir);
  });

  it('a log that grew too long is turned, and one old log is kept', async () => {
    const dataDir = await filled();
    await writeFile(join(dataDir, 'postgres.log'), 'x'.repeat(11_000_000));
    await keepsItsRows(dataDir);
    expect(postgresLog(dataDir)).not.toContain('xxx');
    expect((await readFile(join(dataDir, 'postgres.log.1'))).length).toBe(11_000_000);
  });
});

describe('data that cannot be used is refused with a sentence', () => {
  it('a cluster of another Postgres major', async () => {
    const dataDir = await filled();
    await writeFile(join(dataDir, 'pg', 'PG_VERSION'), '17\n');
    const refused = await useDatabase('read', { dataDir });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('was written by Postgres 17, and this Patuh brings Postgres 18');
    expect(refused.stderr).not.toContain('    at ');
  });

  it('a copy of the folder of a running database, which would lead to the original', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const copy = join(dirname(dataDir), 'copy');
    await cp(dataDir, copy, { recursive: true, preserveTimestamps: true });
    const refused = await useDatabase('write astray', { dataDir: copy });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('is a copy of the folder of a database that was running');
    expect(postgresOf(dataDir)).toBeGreaterThan(0);
    server.kill('SIGTERM');
    await server.ended;
    // Without a running original it is what a power cut leaves, and Postgres recovers it.
    expect((await useDatabase('read', { dataDir: copy })).code).toBe(0);
  });
});
