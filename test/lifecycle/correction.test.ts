import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { run, startServer } from '../support/processes.ts';
import { aFile, aLine } from '../support/published-csv.ts';

afterEach(clearDataDirs);

const PATIENCE = { timeout: 60_000, interval: 100 };

describe('a correction imported beside the running server', () => {
  it('is on the page without a restart, beside the one it replaces', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const page = async (): Promise<string> => await (await fetch(`${server.address}/peringkat/53/2022`)).text();
    const before = await page();
    expect(before).toContain('51,43');
    expect(before).toContain('53-2022-1');

    const file = aFile([aLine({ score: '51,44', rank: '20', category: 'D', zone: 'red' })]);
    const args = ['--replaces', '53-2022-1', '--reason', 'Salah ketik pada sumber'];
    const command = await imported(file, args, dataDir);
    expect(command).toMatchObject({ code: 0 });

    await expect.poll(page, PATIENCE).toContain('51,44');
    const after = await page();
    expect(after).toContain('53-2022-2');
    expect(after).not.toContain('51,43');
    expect((await fetch(`${server.address}/api/publications/53-2022-1`)).status).toBe(200);
    const government = await (await fetch(`${server.address}/pemda/53.09/2022`)).text();
    expect(government).toContain('51,44');

    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('changes nothing where one of its rows is wrong', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const lines = [
      aLine({ score: '51,44', zone: 'red' }),
      aLine({ code: '53.05', name: 'Kabupaten Alor', score: '151' }),
    ];
    const args = ['--replaces', '53-2022-1', '--reason', 'Salah ketik pada sumber'];
    const command = await imported(aFile(lines), args, dataDir);
    expect(command.code).not.toBe(0);
    expect(command.stdout + command.stderr).toMatch(/baris 3/i);
    const list: unknown = await (await fetch(`${server.address}/api/publications`)).json();
    expect(JSON.stringify(list)).not.toContain('53-2022-2');
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});

describe('an import before the first start', () => {
  it('does not keep the published history away', async () => {
    const dataDir = await aDataDir();
    const line = aLine({ code: '62.71', name: '', kind: 'city', score: '90' });
    expect(await imported(aFile([line]), [], dataDir)).toMatchObject({ code: 0 });
    const server = await startServer({ dataDir });
    const list: unknown = await (await fetch(`${server.address}/api/publications`)).json();
    for (const id of ['62-2022-1', '53-2024-1', 'nasional-2022-1']) expect(JSON.stringify(list)).toContain(id);
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});

async function imported(file: Uint8Array, args: readonly string[], dataDir: string) {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-import-'));
  try {
    await writeFile(join(folder, 'koreksi.csv'), file);
    const command = ['server/src/commands/import.ts', 'published', join(folder, 'koreksi.csv'), ...args];
    return await run(command, { dataDir }).ended;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
