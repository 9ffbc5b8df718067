import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { isAlive, postgresLog, postgresOf, run, startServer, startUsing, useDatabase } from '../support/processes.ts';
import type { Running } from '../support/processes.ts';

afterEach(clearDataDirs);

async function prints(running: Running, text: string): Promise<void> {
  while (!running.output().includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a second server on the same data', () => {
  it('says so and ends with 1, and the first goes on', async () => {
    const dataDir = await aDataDir();
    const first = await startServer({ dataDir });
    const second = await run(['server/src/main.ts'], { dataDir }).ended;
    expect(second).toMatchObject({ code: 1 });
    expect(second.stderr).toBe(
      `Another Patuh server already uses the data in ${dataDir}. Stop it first, or set DATA_DIR to another folder.\n`,
    );
    expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
    first.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });

  it('loses a race for an empty folder in the same way', async () => {
    const dataDir = await aDataDir();
    const both = [run(['server/src/main.ts'], { dataDir }), run(['server/src/main.ts'], { dataDir })];
    const loser = await Promise.race(both.map(async (server) => await server.ended));
    expect(loser).toMatchObject({ code: 1 });
    expect(loser.stderr).toContain('Another Patuh server already uses the data');
    const winner = both.find((server) => isAlive(server.pid))!;
    await prints(winner, 'http://127.0.0.1');
    winner.kill('SIGTERM');
    expect((await winner.ended).code).toBe(0);
  });
});

describe('a command', () => {
  it('works beside a running server and leaves its Postgres alone', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const postgres = postgresOf(dataDir)!;
    expect((await useDatabase('write beside', { dataDir })).code).toBe(0);
    expect((await useDatabase('read', { dataDir })).stdout).toBe('["beside"]\n');
    expect(postgresOf(dataDir)).toBe(postgres);
    expect(isAlive(postgres)).toBe(true);
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it('alone starts Postgres and stops it again', async () => {
    const dataDir = await aDataDir();
    expect((await useDatabase('write alone', { dataDir })).code).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
    expect((await useDatabase('read', { dataDir })).stdout).toBe('["alone"]\n');
    expect(postgresOf(dataDir)).toBeUndefined();
    expect(postgresLog(dataDir)).not.toContain('recovery in progress');
  });

  it('that outlives the server stops Postgres in its place', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const command = startUsing('wait', { dataDir });
    await prints(command, 'open');
    const postgres = postgresOf(dataDir)!;
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(isAlive(postgres)).toBe(true);
    command.kill('SIGINT');
    expect((await command.ended).code).toBe(130);
    expect(isAlive(postgres)).toBe(false);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  it('waits for several others that start at once on an empty folder', async () => {
    const dataDir = await aDataDir();
    const lines = ['a', 'b', 'c', 'd'];
    await useDatabase('read', { dataDir });
    const codes = await Promise.all(lines.map(async (line) => (await useDatabase(`write ${line}`, { dataDir })).code));
    expect(codes).toEqual([0, 0, 0, 0]);
    const { stdout } = await useDatabase('read', { dataDir });
    expect(JSON.parse(stdout).toSorted()).toEqual(lines);
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});

describe('migrations', () => {
  it('are applied once when two processes begin at the same time', async () => {
    const dataDir = await aDataDir();
    const both = await Promise.all([useDatabase('migrate', { dataDir }), useDatabase('migrate', { dataDir })]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const applied = both.map(({ stdout }): string[] => JSON.parse(stdout));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect((await useDatabase('migrate', { dataDir })).stdout).toBe('[]\n');
  });
});
