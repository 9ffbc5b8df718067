import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { isAlive, postgresLog, postgresOf, run, serving, startServer, useDatabase } from '../support/processes.ts';

afterEach(clearDataDirs);

async function endsCleanly(dataDir: string, postgres: number): Promise<void> {
  expect(isAlive(postgres)).toBe(false);
  expect(postgresOf(dataDir)).toBeUndefined();
  expect(postgresLog(dataDir).trimEnd()).toMatch(/database system is shut down$/);
  await useDatabase('read', { dataDir });
  expect(postgresLog(dataDir)).not.toContain('recovery in progress');
}

describe('Ctrl-C', () => {
  it('reaches everything that npm start runs, and the server stops first, then Postgres, both in order', async () => {
    const dataDir = await aDataDir();
    const npmStart = await serving(run(['.ci/bootstrap.mjs', 'start'], { dataDir }));
    const postgres = postgresOf(dataDir)!;
    npmStart.killGroup('SIGINT');
    expect(await npmStart.ended).toMatchObject({ code: 0, signal: null });
    await endsCleanly(dataDir, postgres);
  });

  it('leaves Postgres alone until the last request has been answered', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const postgres = postgresOf(dataDir)!;
    const request = connect(Number(new URL(server.address).port), '127.0.0.1');
    request.write('GET /healthz HTTP/1.1\r\nHost: patuh\r\n');
    await pause(200);
    server.killGroup('SIGINT');
    while (!server.output().includes('Stopping')) await pause(5);

    expect((await useDatabase('write meanwhile', { dataDir })).code).toBe(0);
    expect(postgresOf(dataDir)).toBe(postgres);
    request.end('\r\n');
    const answer = await text(request);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|503) /);
    expect((await server.ended).code).toBe(0);
    await endsCleanly(dataDir, postgres);
  });

  it('during the start ends as soon as the database can be closed again', async () => {
    const dataDir = await aDataDir();
    const server = run(['server/src/main.ts'], { dataDir });
    while (!server.output().includes('Making the database')) await pause(5);
    server.killGroup('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(postgresOf(dataDir)).toBeUndefined();
    expect((await useDatabase('write later', { dataDir })).code).toBe(0);
  });
});

describe('SIGTERM', () => {
  it('to npm start alone is handed on to the server, and the exit code comes back', async () => {
    const dataDir = await aDataDir();
    const npmStart = await serving(run(['.ci/bootstrap.mjs', 'start'], { dataDir }));
    const postgres = postgresOf(dataDir)!;
    npmStart.kill('SIGTERM');
    expect(await npmStart.ended).toMatchObject({ code: 0, signal: null });
    await endsCleanly(dataDir, postgres);
  });

  it('stops Postgres although an idle browser still holds its connection', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const reply = await fetch(`${server.address}/healthz`, { headers: { connection: 'keep-alive' } });
    await reply.arrayBuffer();
    const postgres = postgresOf(dataDir)!;
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    await endsCleanly(dataDir, postgres);
  });
});

describe('the connection file', () => {
  it('is readable by its owner alone, and its password stands in no log', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const file = join(dataDir, 'postgres.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { password } = JSON.parse(await readFile(file, 'utf8'));
    expect(password).toMatch(/^[\w-]{32}$/);
    expect(server.output() + postgresLog(dataDir)).not.toContain(password);
  });
});
