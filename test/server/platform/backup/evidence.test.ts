import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { folderStore, openFolderStore } from '@patuh/server/platform/evidence/folder-store';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aFolder, backUp, clearFolders, everyRow, fill, flip, open, restoreInto } from '../../../support/backups.ts';
import { aBlankDatabase, aDatabase, type TestDatabase } from '../../../support/database.ts';
import { fileOf, keepIn, rowOf, someBytes, type TestFile } from '../../../support/uploads.ts';

let source: TestDatabase;
let target: TestDatabase;
let dir: string;
let store: EvidenceStore;
let files: readonly TestFile[];
beforeEach(async () => {
  source = await aDatabase();
  target = await aBlankDatabase();
  await fill(source.db);
  dir = await aFolder();
  store = await openFolderStore(dir);
  files = [1, 2, 3].map((seed) => fileOf(someBytes(2_000 * seed, seed)));
  for (const file of files) {
    await keepIn(store, file);
    await rowOf(source.db, file);
  }
});
afterEach(async () => {
  await Promise.all([source.close(), target.close()]);
  await clearFolders();
});

const placeOf = (root: string, { sha256 }: TestFile): string => join(root, sha256.slice(0, 2), sha256);

async function restoredStore(folder: string, said: string[] = []): Promise<EvidenceStore> {
  const evidence = await openFolderStore(await aFolder());
  await restoreInto(target, folder, { evidence, say: (sentence) => said.push(sentence) });
  return evidence;
}

async function contentOf(from: EvidenceStore, { sha256 }: TestFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await from.open(sha256)) ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('a backup', () => {
  it('has every file of evidence that its rows name, and restoring brings them back', async () => {
    const { folder, manifest } = await backUp(source, { into: await aFolder(), evidence: store });
    expect(manifest).toMatchObject({ format: 2, evidence: { files: 3, bytes: 12_000, missing: [] } });
    const restored = await restoredStore(folder);
    for (const file of files) expect(await contentOf(restored, file)).toEqual(file.bytes);
    expect(await everyRow(target.db)).toEqual(await everyRow(source.db));
  });

  it('is made although a file is missing and one is damaged, and says which; they are not restored as whole', async () => {
    const [lost, bad, good] = files as [TestFile, TestFile, TestFile];
    await rm(placeOf(join(dir, 'files'), lost));
    await flip(placeOf(join(dir, 'files'), bad), 100);
    const { folder, manifest } = await backUp(source, { into: await aFolder(), evidence: store });
    expect(manifest.evidence).toEqual({
      files: 1,
      bytes: good.bytes.length,
      missing: [lost.sha256, bad.sha256].toSorted(),
    });
    const said: string[] = [];
    const restored = await restoredStore(folder, said);
    expect([await restored.has(good.sha256), await restored.has(bad.sha256)]).toEqual([true, false]);
    expect(said.join()).toContain('2 files of evidence are named by the rows and were not in the backup');
  });

  it('whose file of evidence is damaged, missing or added is refused before anything is touched', async () => {
    const [file] = files as [TestFile];
    const { folder } = await backUp(source, { into: await aFolder(), evidence: store });
    const path = placeOf(join(folder, 'evidence'), file);
    // A file of the store may share its bytes on the disk.
    const bytes = await readFile(path);
    await rm(path);
    await expect(open(folder)).rejects.toThrow('has 2 files of');
    await writeFile(path, bytes.fill(0, 5, 6));
    await expect(open(folder)).rejects.toThrow(`${path} is damaged or was changed`);
    expect(await contentOf(store, file)).toEqual(file.bytes);
  });

  it('without evidence, as all were before, is restored and says what is not in it', async () => {
    const { folder, manifest } = await backUp(source, { into: await aFolder() });
    expect(manifest).toMatchObject({ format: 1, evidence: null });
    const said: string[] = [];
    await restoredStore(folder, said);
    expect(said.join()).toContain('3 files of evidence are named by the rows and were not in the backup');
  });

  it('made where no file was ever sent has none, and makes no folder for them', async () => {
    const nowhere = join(await aFolder(), 'evidence');
    await source.db.deleteFrom('evidence_file').execute();
    const { folder } = await backUp(source, { into: await aFolder(), evidence: folderStore(nowhere) });
    await expect(readFile(nowhere)).rejects.toThrow('ENOENT');
    expect((await open(folder)).manifest.evidence).toEqual({ files: 0, bytes: 0, missing: [] });
  });
});
