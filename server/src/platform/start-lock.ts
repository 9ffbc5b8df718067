import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

import { StartError } from './start-error.ts';

const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process starts or stops the database of this folder.
 *
 * Node has no file lock, and a file with a process number in it goes stale after `kill -9`. SQLite, which is part of
 * Node, locks a file through the operating system, which gives it back when the process dies. Nothing is stored.
 */
export async function underStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(join(dataDir, 'start.lock'));
  try {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (!tryLock(lock)) {
      if (performance.now() > giveUpAt) {
        throw new StartError(
          `Another process has been starting or stopping the database in ${dataDir} for two minutes.`,
        );
      }
      await pause(50);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
