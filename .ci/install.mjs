// What a fresh clone lacks: the packages of the lockfile.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root */
export function needsInstall(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (readOr(stampOf(root), '') === signatureOf(lockfile)) return false;
  // Somebody ran npm himself: what npm wrote down about node_modules tells whether it is what the lockfile asks for.
  if (!isSatisfied(JSON.parse(lockfile), readOr(join(root, 'node_modules', '.package-lock.json'), undefined)))
    return true;
  markInstalled(root);
  return false;
}

/** @param {string} root */
export function markInstalled(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  try {
    writeFileSync(stampOf(root), signatureOf(lockfile));
  } catch {
    // A checkout that belongs to somebody else works too, it only looks again next time.
  }
}

/** How npm is called: the one that runs us, else the one on the PATH. Development packages build the pages. */
export function installCommand() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /\.c?js$/.test(npm) && existsSync(npm))
    return { program: process.execPath, args: [npm, ...args] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args, shell: process.platform === 'win32' };
}

function stampOf(root) {
  return join(root, 'node_modules', '.patuh-install');
}

function signatureOf(lockfile) {
  return createHash('sha256').update(`${process.platform}-${process.arch}\n${lockfile}`).digest('hex');
}

function isSatisfied(lockfile, installedText) {
  if (installedText === undefined) return false;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(lockfile.packages)
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.link)
    .every(([path, wanted]) => {
      const found = installed[path];
      if (found === undefined) return wanted.optional === true && !isForThisMachine(wanted);
      return found.version === wanted.version && found.integrity === wanted.integrity;
    });
}

/** An optional package without a platform of its own is one that npm may leave out at will. */
function isForThisMachine({ os, cpu, libc }) {
  if (os === undefined && cpu === undefined) return false;
  if (libc !== undefined) return false;
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

function readOr(path, fallback) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
