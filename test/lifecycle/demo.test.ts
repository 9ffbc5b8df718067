import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { run, type RunningServer, startServer } from '../support/processes.ts';

afterEach(clearDataDirs);

async function stop(server: RunningServer): Promise<string> {
  server.kill('SIGTERM');
  const { code, stdout } = await server.ended;
  expect(code).toBe(0);
  return stdout;
}

describe('the first start on an empty folder', () => {
  it('loads the demo, prints its sign-ins, and a second start loads nothing again', async () => {
    const dataDir = await aDataDir();
    // As when nobody set it: an empty variable counts as none.
    const options = { dataDir, env: { DEMO: '' } };
    const first = await startServer(options);
    const page = await fetch(`${first.address}/peringkat/99/2023`);
    expect(page.status).toBe(200);
    const { signIns } = (await (await fetch(`${first.address}/api/demo/sign-ins`)).json()) as {
      signIns: { email: string; password: string }[];
    };
    const printed = await stop(first);
    expect(printed).toContain('Loading the demo');
    expect(printed).toContain(`${first.address}/masuk`);
    expect(printed).toContain(signIns[0]?.email);
    expect(printed).toContain(signIns[0]?.password);

    const second = await startServer(options);
    const again = await fetch(`${second.address}/peringkat/99/2023`);
    expect(again.headers.get('etag')).toBe(page.headers.get('etag'));
    const after = await stop(second);
    expect(after).not.toContain('Loading the demo');
    expect(after).toContain(signIns[0]?.email);

    const reached = await run(['server/src/main.ts'], { dataDir, env: { DEMO: '', HOST: '0.0.0.0' } }).ended;
    expect(reached.code).toBe(1);
    expect(reached.stderr).toMatch(/^HOST is 0\.0\.0\.0, but with the demo/m);

    const closed = await startServer({ dataDir, env: { DEMO: '0' } });
    expect((await fetch(`${closed.address}/api/demo/sign-ins`)).status).toBe(404);
    expect((await fetch(`${closed.address}/peringkat/99/2023`)).status).toBe(404);
    expect((await fetch(`${closed.address}/peringkat/53/2024`)).status).toBe(200);
    expect(await stop(closed)).not.toContain(signIns[0]?.email);
  });

  it('that is ended while it loads, by a stop or a power cut, leaves nothing half: the next one loads all of it', async () => {
    const dataDir = await aDataDir();
    const options = { dataDir, env: { DEMO: '' } };
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const server = run(['server/src/main.ts'], options);
      while (!server.output().includes('Loading the demo')) await pause(20);
      server.kill(signal);
      const { stdout } = await server.ended;
      expect(stdout).not.toContain('Patuh serves');
    }
    const whole = await startServer(options);
    expect((await fetch(`${whole.address}/api/publications/99-2023-1`)).status).toBe(200);
    expect(await stop(whole)).toContain('Loading the demo');
  });

  it('in production knows no demo', async () => {
    const dataDir = await aDataDir();
    const refused = await run(['server/src/main.ts'], { dataDir, env: { DEMO: '1', NODE_ENV: 'production' } }).ended;
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^DEMO must not be 1 in production/m);
  });
});
