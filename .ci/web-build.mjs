// Whether the built pages in web/dist are those of the sources.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['web', 'shared', 'package-lock.json', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist']);

/** @param {string} root */
export function sourcesOfWeb(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    const names = listOr(full);
    if (names === undefined) {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
      return;
    }
    // oxlint-disable-next-line unicorn/no-array-sort -- Node 20 must run this, and the names are nobody else's
    for (const name of names.sort()) if (!NOT_SOURCES.has(name)) add(`${path}/${name}`);
  };
  for (const source of SOURCES) add(source);
  return hash.digest('hex');
}

/** @param {string} root */
export function builtFrom(root) {
  try {
    return readFileSync(stampOf(root), 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {string} sources */
export function markBuilt(root, sources) {
  writeFileSync(stampOf(root), sources);
}

function stampOf(root) {
  return join(root, 'web', 'dist', '.patuh-build');
}

/** Names in a folder; undefined for a file. */
function listOr(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
