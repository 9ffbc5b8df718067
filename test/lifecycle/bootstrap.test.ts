import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { CHECKOUT, killAll, run } from '../support/processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patuh-bootstrap-'));
});
afterEach(async () => {
  killAll();
  await rm(folder, { recursive: true, force: true });
});

const module = (name: string): string => JSON.stringify(pathToFileURL(join(CHECKOUT, '.ci', name)).href);

/** Runs a few lines of JavaScript in a process of its own and answers with what they print. */
async function script(text: string): Promise<string> {
  const ended = await run(['--input-type=module', '--eval', text]).ended;
  expect(ended.stderr).toBe('');
  return ended.stdout.trim();
}

describe('npm scripts', () => {
  it('name the tasks there are when asked for another', async () => {
    const ended = await run(['.ci/bootstrap.mjs', 'strat']).ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      'No such task: "strat". The tasks: start, dev, test, check, bench, import, verify, backup, restore, keys, admin, evidence, purge, audit:verify.\n',
    );
  });

  it('hand on arguments, output and exit code of what they run, and say nothing themselves', async () => {
    const ended = await run(['.ci/bootstrap.mjs', 'verify', join(folder, 'none.json')]).ended;
    const direct = await run(['server/src/commands/verify.ts', join(folder, 'none.json')]).ended;
    expect(ended).toEqual(direct);
    expect(ended.code).not.toBe(0);
  });
});

describe('preparing a checkout', () => {
  it('is done by one process at a time, also after one that was killed in the middle', async () => {
    const lock = join(folder, 'lock', 'owner');
    await mkdir(join(folder, 'lock'));
    await writeFile(lock, '999999999');
    const log = join(folder, 'log');
    const text = `
      import { appendFileSync } from 'node:fs';
      import { setTimeout } from 'node:timers/promises';
      import { underLock } from ${module('file-lock.mjs')};
      await underLock(${JSON.stringify(lock)}, () => undefined, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ');
        await setTimeout(100);
        appendFileSync(${JSON.stringify(log)}, 'out ');
      });
      process.stdout.write((await import('node:fs')).readFileSync(${JSON.stringify(log)}, 'utf8'));`;
    const outputs = await Promise.all([script(text), script(text), script(text)]);
    expect(outputs.toSorted((a, b) => b.length - a.length)[0]).toBe('in out in out in out');
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  const wanted = { version: '1.0.0', integrity: 'sha512-a' };
  it.each([
    ['nothing is installed', undefined, true],
    ['everything is installed', { 'node_modules/a': wanted }, false],
    ['another version is installed', { 'node_modules/a': { ...wanted, version: '0.9.0' } }, true],
    ['something else was installed under the same version', { 'node_modules/a': { ...wanted, integrity: 'x' } }, true],
  ])('installs only if it must: %s', async (_name, packages, expected) => {
    const others = { 'node_modules/other': { ...wanted, optional: true, os: ['none'], cpu: ['none'] } };
    const lockfile = {
      packages: { '': {}, server: {}, 'node_modules/server': { link: true }, 'node_modules/a': wanted, ...others },
    };
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lockfile));
    await mkdir(join(folder, 'node_modules'));
    if (packages !== undefined) {
      await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
    }
    const ask = `
      import { needsInstall } from ${module('install.mjs')};
      process.stdout.write(String(needsInstall(${JSON.stringify(folder)})));`;
    expect(await script(ask)).toBe(String(expected));
    expect(await script(ask)).toBe(String(expected));
  });
});
