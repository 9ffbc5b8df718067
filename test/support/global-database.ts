import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { kyselyOf, poolOf } from '@patuh/server/platform/database';
import { migrate } from '@patuh/server/platform/migrate';
import { openDatabase } from '@patuh/server/platform/postgres';
import type { TestProject } from 'vitest/node';

import { databaseAt, TEMPLATE } from './database.ts';

/** One Postgres for the whole run, with a template that was migrated once; each test file works on its own clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'server' });
  // It ends with the run: nothing in it has to outlive a power cut, and no test has to wait for the disk.
  await server.pool.query('alter system set fsync = off');
  await server.pool.query('select pg_reload_conf()');
  await server.pool.query(`create database ${TEMPLATE}`);
  const template = kyselyOf(poolOf({ connectionString: databaseAt(server.connectionString, TEMPLATE) }));
  await migrate(template);
  await template.destroy();
  project.provide('databaseServer', server.connectionString);
  return async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}

const PREFIX = 'patuh-test-';

/** A run that was killed leaves its Postgres behind, which nobody else would ever stop. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const dataDir = join(tmpdir(), name);
    const left = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' }).catch(() => undefined);
    await left?.close();
    await rm(dataDir, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the maintenance database of the run's Postgres. */
    readonly databaseServer: string;
  }
}
