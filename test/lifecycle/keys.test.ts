import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { type Ended, run, startServer } from '../support/processes.ts';
import { aFile, aLine } from '../support/published-csv.ts';

const folders: string[] = [];
afterEach(async () => {
  await clearDataDirs();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function keys(dataDir: string, ...args: string[]): Promise<Ended> {
  return await run(['server/src/commands/keys.ts', ...args], { dataDir }).ended;
}

/** Publishes one more result and answers with the files of everything published, and with the list of keys. */
async function publishedAfterChange(dataDir: string): Promise<{ files: string[]; keysFile: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-keys-'));
  folders.push(folder);
  const csv = join(folder, 'new.csv');
  await writeFile(csv, aFile([aLine({ code: '62.71', name: '', kind: 'city', score: '90' })]));
  expect(await run(['server/src/commands/import.ts', 'published', csv], { dataDir }).ended).toMatchObject({ code: 0 });
  const server = await startServer({ dataDir });
  const text = async (path: string): Promise<string> => await (await fetch(`${server.address}${path}`)).text();
  const list = JSON.parse(await text('/api/publications')) as { publications: { id: string }[] };
  const files: string[] = [];
  for (const { id } of list.publications) {
    files.push(join(folder, `${id}.json`));
    await writeFile(join(folder, `${id}.json`), await text(`/api/publications/${id}`));
  }
  const keysFile = join(folder, 'keys.json');
  await writeFile(keysFile, await text('/api/keys'));
  server.kill('SIGTERM');
  await server.ended;
  return { files, keysFile };
}

describe('a changed signing key', () => {
  it('is refused while the server runs; then old and new publications are trusted through the old key', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const { keyId: oldKey } = (await (await fetch(`${server.address}/api/keys`)).json()) as { keyId: string };
    expect(await keys(dataDir, 'change')).toMatchObject({ code: 1 });
    server.kill('SIGTERM');
    await server.ended;

    expect(await keys(dataDir, 'change')).toMatchObject({ code: 0 });
    expect(await readdir(join(dataDir, 'keys'))).toContain(`signing-until-${oldKey.slice(0, 16)}.key`);
    const listed = await keys(dataDir, 'list');
    expect(listed.stdout).toContain(oldKey);

    const { files, keysFile } = await publishedAfterChange(dataDir);
    const verify = async (...args: string[]): Promise<Ended> =>
      await run(['server/src/commands/verify.ts', ...files, ...args]).ended;
    expect(await verify('--key', oldKey)).toMatchObject({ code: 1 });
    const followed = await verify('--key', oldKey, '--keys', keysFile);
    expect(followed.stdout).toContain(`key matches ${oldKey}, which handed over to`);
    expect(followed.code).toBe(0);

    const audit = await run(['server/src/commands/audit-verify.ts'], { dataDir }).ended;
    expect(audit).toMatchObject({ code: 0 });
  });
});
