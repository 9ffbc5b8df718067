import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { type Ended, run, type RunningServer, startServer } from '../support/processes.ts';

afterEach(async () => await clearDataDirs());

const EMAIL = 'sri@ombudsman.example';
const PASSWORD = 'gunung mutis berkabut';
const SENTENCE = 'npm run admin -- create EMAIL';

const start = async (dataDir: string): Promise<RunningServer> => await startServer({ dataDir, env: { DEMO: '0' } });

async function admin(dataDir: string, ...args: string[]): Promise<Ended> {
  return await run(['server/src/commands/admin.ts', ...args], { dataDir }).ended;
}

const tokenIn = ({ stdout }: Ended): string =>
  /\/masuk\/tautan#(?<token>[\w-]{43})/.exec(stdout)?.groups?.['token'] ?? '';

async function post(server: RunningServer, path: string, body?: object, cookie?: string): Promise<Response> {
  return await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { ...(body && { 'content-type': 'application/json' }), ...(cookie !== undefined && { cookie }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function stop(server: RunningServer): Promise<void> {
  server.kill('SIGTERM');
  await server.ended;
}

const use = async (server: RunningServer, token: string): Promise<Response> =>
  await post(server, '/api/sign-in-links/use', { token, password: PASSWORD, deviceName: 'Laptop' });

describe('the first administrator', () => {
  it('is asked for at the start and made while the server runs; the session outlives a restart', async () => {
    const dataDir = await aDataDir();
    const server = await start(dataDir);
    while (!server.output().includes(SENTENCE)) await new Promise((resolve) => setTimeout(resolve, 20));

    const made = await admin(dataDir, 'create', EMAIL, '--name', 'Sri Rahayu');
    expect(made).toMatchObject({ code: 0 });
    const used = await use(server, tokenIn(made));
    expect(await used.json()).toMatchObject({ me: { name: 'Sri Rahayu', secondFactor: { demanded: true } } });
    const [cookie = ''] = (used.headers.get('set-cookie') ?? '').split(';');
    expect(cookie).toMatch(/^patuh-refresh=/);

    const again = await admin(dataDir, 'create', EMAIL);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain(`reset ${EMAIL}`);
    await stop(server);

    const restarted = await start(dataDir);
    expect((await post(restarted, '/api/session/refresh', undefined, cookie)).status).toBe(200);
    expect(restarted.output()).not.toContain(SENTENCE);
    expect((await readFile(join(dataDir, 'keys/session.key'), 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
    await stop(restarted);
  });
});

describe('a lock-out', () => {
  it('outlives a restart, and the rescue is made while no server runs', async () => {
    const dataDir = await aDataDir();
    expect(tokenIn(await admin(dataDir, 'create', EMAIL))).not.toBe('');
    const server = await start(dataDir);
    const wrong = { email: EMAIL, password: 'bukan kata sandinya', deviceName: 'Laptop' };
    for (let n = 0; n < 5; n += 1) expect((await post(server, '/api/session', wrong)).status).toBe(401);
    await stop(server);

    const rescue = await admin(dataDir, 'reset', EMAIL);
    expect(rescue).toMatchObject({ code: 0 });
    const restarted = await start(dataDir);
    expect((await post(restarted, '/api/session', wrong)).status).toBe(429);
    expect((await use(restarted, tokenIn(rescue))).status).toBe(200);
    await stop(restarted);
    expect(await run(['server/src/commands/audit-verify.ts'], { dataDir }).ended).toMatchObject({ code: 0 });
  });
});

describe('a call that is not understood', () => {
  it.each([
    ['nothing', []],
    ['no address', ['create']],
    ['an address that is none', ['create', 'sri']],
    ['two addresses', ['reset', EMAIL, EMAIL]],
    ['another verb', ['remove', EMAIL]],
    ['a name of two lines', ['create', EMAIL, '--name', 'Sri\nRahayu']],
  ])('with %s is exit 2 and touches no database', async (_what, args) => {
    const dataDir = await aDataDir();
    expect(await admin(dataDir, ...args)).toMatchObject({ code: 2, stdout: '' });
    await expect(readFile(join(dataDir, 'postgres.json'))).rejects.toThrow('ENOENT');
  });
});
