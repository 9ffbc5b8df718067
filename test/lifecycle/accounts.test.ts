import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { copyCheckout } from '../support/checkout-copy.ts';
import { isAlive, killAll, postgresOf, startServer, useDatabase } from '../support/processes.ts';
import type { RunOptions } from '../support/processes.ts';

/** The tests below start Patuh as root and as an ordinary user; only root can become somebody else. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let closed: string;
let checkout: string;
const shared: string[] = [];
beforeAll(async () => {
  closed = await mkdtemp(join(tmpdir(), 'patuh-accounts-'));
  checkout = join(closed, 'checkout');
  await copyCheckout(checkout);
});
afterAll(async () => {
  for (const folder of [closed, ...shared]) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});
afterEach(killAll);

async function worksThroughout(options: RunOptions & { dataDir: string }): Promise<void> {
  const { dataDir } = options;
  const killed = await startServer(options);
  const written = await useDatabase('write kept', options);
  expect(written).toMatchObject({ code: 0 });
  killed.kill('SIGKILL');
  process.kill(postgresOf(dataDir)!, 'SIGKILL');
  await killed.ended;

  const next = await startServer(options);
  expect(await useDatabase('read', options)).toMatchObject({ code: 0, stdout: '["kept"]\n' });
  const postgres = postgresOf(dataDir)!;
  next.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
  expect(isAlive(postgres)).toBe(false);
}

/** In place of the system's folder for temporary files. */
async function aSharedFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-shared-'));
  shared.push(folder);
  await chmod(folder, mode);
  return folder;
}

async function aTemporaryFolder(owner: number): Promise<string> {
  const folder = join(closed, `tmp-${owner}`);
  await mkdir(folder);
  await chmod(folder, 0o755);
  await chown(folder, owner, owner);
  return folder;
}

describe.runIf(isRoot)('as root (skipped for other users: they cannot become root)', () => {
  it('in a folder of mode 0700 Postgres runs as an ordinary user, with its data inside the folder', async () => {
    const temporary = await aSharedFolder(0o755);
    const dataDir = join(checkout, 'data');
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    await worksThroughout({ checkout, dataDir, env: { TMPDIR: temporary } });
    const cluster = await stat(join(dataDir, 'pg'));
    expect(cluster.uid).toBeGreaterThan(0);
    expect(cluster.mode & 0o777).toBe(0o700);
  });

  it('does not run binaries that another user put where it would look for its own', async () => {
    const temporary = await aSharedFolder(0o777);
    const options = { checkout, dataDir: join(closed, 'planted', 'data'), env: { TMPDIR: temporary } };
    expect((await useDatabase('write kept', options)).code).toBe(0);
    const [copy = ''] = await readdir(temporary);
    await chown(join(temporary, copy), NOBODY, NOBODY);
    const refused = await useDatabase('read', options);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('belongs to another user or others may change it');

    await chown(join(temporary, copy), 0, 0);
    await rm(join(temporary, copy, 'share', 'postgresql', 'timezonesets'), { recursive: true });
    expect(await useDatabase('read', options)).toMatchObject({ code: 0, stdout: '["kept"]\n' });
  });
});

describe('as an ordinary user', () => {
  it('everything runs as that user, from a checkout that it may not change', async () => {
    const uid = isRoot ? NOBODY : process.getuid!();
    if (isRoot) await chmod(closed, 0o755);
    const temporary = await aTemporaryFolder(uid);
    const dataDir = join(temporary, 'data');
    const as = isRoot ? { uid, gid: NOBODY } : {};
    await worksThroughout({ checkout, dataDir, env: { TMPDIR: temporary }, ...as });
    expect((await stat(join(dataDir, 'pg'))).uid).toBe(uid);
  });

  it.runIf(isRoot)('data that belongs to somebody else is refused with a sentence', async () => {
    await chmod(closed, 0o755);
    const dataDir = join(closed, 'of-root', 'data');
    const temporary = join(closed, `tmp-${NOBODY}`);
    await useDatabase('write kept', { checkout, dataDir, env: { TMPDIR: temporary } });
    const asNobody = { checkout, dataDir, uid: NOBODY, env: { TMPDIR: temporary } };
    const outside = await useDatabase('read', asNobody);
    expect(outside.code).toBe(1);
    expect(outside.stderr).toMatch(/^DATA_DIR \S+ cannot be used by this user/);

    await chmod(join(closed, 'of-root'), 0o755);
    await chmod(dataDir, 0o777);
    const inside = await useDatabase('read', asNobody);
    expect(inside.code).toBe(1);
    expect(inside.stderr).toMatch(/^The database in \S+ belongs to another user/);
  });
});
