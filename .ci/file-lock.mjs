// A lock between processes on one machine, for the Node that a fresh clone finds, which may be too old for better ones.

import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process does so under the same file. A lock whose owner died is taken over.
 *
 * @template T
 * @param {string} path
 * @param {() => void} onWait called once if somebody else is at it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function underLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  let waited = false;
  while (!tryLock(path)) {
    if (!waited) onWait();
    waited = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** The lock appears with its owner's number already in it: a link is made whole or not at all. */
function tryLock(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfOwnerDied(path);
    return false;
  } finally {
    unlinkSync(own);
  }
}

function removeIfOwnerDied(path) {
  const owner = ownerOf(path);
  // Read again right before removing: somebody else may have taken the dead owner's lock over in between.
  if (owner !== undefined && !isAlive(owner) && ownerOf(path) === owner) rmSync(path, { force: true });
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
