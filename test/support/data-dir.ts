import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAlive, killAll, postgresOf } from './processes.ts';

const made: string[] = [];

/** A folder for the data of one test, whose Postgres and files are gone after `clearDataDirs`. */
export async function aDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-life-'));
  made.push(folder);
  return join(folder, 'data');
}

/** For `afterEach`: also clears up after a test that failed half way. */
export async function clearDataDirs(): Promise<void> {
  killAll();
  for (const folder of made.splice(0)) {
    const postgres = postgresOf(join(folder, 'data'));
    if (postgres !== undefined && isAlive(postgres)) process.kill(postgres, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
