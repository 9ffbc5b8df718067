import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { isAlive, postgresLog, postgresOf, startServer, useDatabase } from '../support/processes.ts';

afterEach(clearDataDirs);

describe('a server killed with kill -9', () => {
  it('finds its database again, with everything that was acknowledged, and goes on', async () => {
    const dataDir = await aDataDir();
    const killed = await startServer({ dataDir });
    await useDatabase('write before', { dataDir });
    const postgres = postgresOf(dataDir);
    killed.kill('SIGKILL');
    await killed.ended;

    const next = await startServer({ dataDir });
    expect(postgresOf(dataDir)).toBe(postgres);
    await useDatabase('write after', { dataDir });
    expect((await useDatabase('read', { dataDir })).stdout).toBe('["before","after"]\n');
    expect((await fetch(`${next.address}/healthz`)).status).toBe(200);

    next.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
    expect(isAlive(postgres!)).toBe(false);
  });

  it('recovers when Postgres was killed with it, as in a power cut', async () => {
    const dataDir = await aDataDir();
    const killed = await startServer({ dataDir });
    await useDatabase('write before', { dataDir });
    const postgres = postgresOf(dataDir)!;
    process.kill(postgres, 'SIGKILL');
    killed.kill('SIGKILL');
    await killed.ended;

    const next = await startServer({ dataDir });
    expect(postgresOf(dataDir)).not.toBe(postgres);
    expect(postgresLog(dataDir)).toContain('automatic recovery in progress');
    expect((await useDatabase('read', { dataDir })).stdout).toBe('["before"]\n');
    next.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });
});

describe('Postgres killed under a running server', () => {
  it('is started again by the server, which then answers as before', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    await useDatabase('write before', { dataDir });
    const postgres = postgresOf(dataDir)!;
    process.kill(postgres, 'SIGKILL');
    while (!server.output().includes('The database is back')) await pause(20);

    expect(postgresOf(dataDir)).not.toBe(postgres);
    expect((await useDatabase('read', { dataDir })).stdout).toBe('["before"]\n');
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});
