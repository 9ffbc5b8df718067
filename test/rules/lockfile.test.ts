import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../support/root.ts';

type Locked = { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Whether Node would find the package from there: beside it, or further up. */
function isLocked(from: string, name: string): boolean {
  const above = from.split('/node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...above].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages);
}

describe('the lockfile', () => {
  // npm leaves out what the registry did not have when the lockfile was written; then `npm ci` refuses on every machine.
  it('holds the packages of every platform, not only of the one it was written on', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names an exact version of everything we ask for', () => {
    const workspaces = ['', 'shared', 'server', 'web', 'migrations', 'seeds', 'test'];
    const loose = workspaces.flatMap((workspace) => {
      const manifest = JSON.parse(readFileSync(join(ROOT, workspace, 'package.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.entries((manifest[kind] ?? {}) as Record<string, string>),
      );
      return asked.filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version)).map(([name]) => `${workspace}: ${name}`);
    });
    expect(loose).toEqual([]);
  });
});
