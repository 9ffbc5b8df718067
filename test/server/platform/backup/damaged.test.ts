import { cp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { manifestText } from '@patuh/server/platform/backup/manifest';
import type { Manifest } from '@patuh/server/platform/backup/manifest';
import { StartError } from '@patuh/server/platform/start-error';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aFolder, backUp, clearFolders, filesOf, fill, flip, OFFICE_KEYS, open } from '../../../support/backups.ts';
import { aDatabase } from '../../../support/database.ts';

let whole = '';
let manifest: Manifest;
beforeAll(async () => {
  const database = await aDatabase();
  await fill(database.db);
  const written = await backUp(database, { into: await aFolder(), keys: OFFICE_KEYS });
  whole = written.folder;
  manifest = written.manifest;
  await database.close();
});
afterAll(clearFolders);

async function aCopy(name = 'copy'): Promise<string> {
  const copy = join(await aFolder(), name);
  await cp(whole, copy, { recursive: true });
  return copy;
}

async function refusal(folder: string): Promise<string> {
  const error: unknown = await open(folder).then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  return error instanceof StartError ? error.message : `no refusal: ${String(error)}`;
}

describe('a backup', () => {
  it('that is whole is accepted', async () => {
    expect((await open(whole)).manifest).toEqual(manifest);
  });

  it('has a file for every table, and the keys', async () => {
    const tables = manifest.tables.map(({ name }) => `tables/${name}.copy.gz`);
    expect((await filesOf(whole)).toSorted()).toEqual(['keys.json', 'manifest.json', ...tables].toSorted());
  });

  it.each(['first', 'middle', 'last'] as const)(
    'with its %s byte changed in any file is refused, and the file is named',
    async (place) => {
      for (const file of await filesOf(whole)) {
        const copy = await aCopy();
        const { length } = await readFile(join(copy, file));
        await flip(join(copy, file), { first: 0, middle: Math.floor(length / 2), last: length - 1 }[place]);
        const reason = await refusal(copy);
        expect(reason).toContain(join(copy, file));
        expect(reason).toContain('is damaged or was changed');
      }
    },
  );

  it('is refused when a file is cut off or missing, and the file is named', async () => {
    const [cut, missing] = [await aCopy(), await aCopy()];
    await truncate(join(cut, 'tables/publication.copy.gz'), 100);
    expect(await refusal(cut)).toContain(
      `${join(cut, 'tables/publication.copy.gz')} is damaged or was changed. It has 100 bytes`,
    );
    await rm(join(missing, 'keys.json'));
    expect(await refusal(missing)).toBe(
      `The backup cannot be used: ${join(missing, 'keys.json')} cannot be read: there is no such file or folder (ENOENT).`,
    );
  });

  it('whose manifest says something else is refused', async () => {
    const copy = await aCopy();
    const text = await readFile(join(copy, 'manifest.json'), 'utf8');
    await writeFile(join(copy, 'manifest.json'), text.replace('"rows": 2', '"rows": 3'));
    expect(await refusal(copy)).toContain('manifest.json is damaged or was changed');
    await writeFile(join(copy, 'manifest.json'), text.replace(/,\n {2}"sha256": "[0-9a-f]+"\n\}/, '\n}'));
    expect(await refusal(copy)).toContain('manifest.json is damaged or was changed');
  });

  it('that was aborted is recognised by its name, and by the manifest that is written last', async () => {
    const partial = await aCopy('20261122T091530Z.partial');
    expect(await refusal(partial)).toBe(
      `${partial} is an aborted backup: it was not written to its end. Use another one.`,
    );
    const renamed = await aCopy();
    await rm(join(renamed, 'manifest.json'));
    expect(await refusal(renamed)).toContain('is no whole backup: it has no manifest.json, which is written last');
  });

  it('is to be named itself, not the folder with all of them', async () => {
    const folder = await aFolder();
    await cp(whole, join(folder, '20261122T091530Z'), { recursive: true });
    await cp(whole, join(folder, '20261123T091530Z'), { recursive: true });
    await rename(join(folder, '20261123T091530Z'), join(folder, '20261124T091530Z.partial'));
    expect(await refusal(folder)).toBe(
      `${folder} holds several backups; name one of them, like ${join(folder, '20261122T091530Z')}.`,
    );
    expect(await refusal(join(folder, 'none'))).toBe(`There is no folder ${join(folder, 'none')}.`);
  });

  it('of a newer schema is refused, and what this version does not know is named', async () => {
    const copy = await aCopy();
    const newer = { ...manifest, migrations: [...manifest.migrations, '20991231T2359-colonies'] };
    await writeFile(join(copy, 'manifest.json'), manifestText(newer));
    expect(await refusal(copy)).toContain('is newer than this Patuh: its schema has 20991231T2359-colonies');
  });

  it('of a newer format is refused as that, and not as damaged', async () => {
    const copy = await aCopy();
    const text = await readFile(join(copy, 'manifest.json'), 'utf8');
    await writeFile(join(copy, 'manifest.json'), text.replace('"format": 1', '"format": 3'));
    expect(await refusal(copy)).toContain(
      'manifest.json is of format 3, which a newer Patuh wrote; this one reads format 2',
    );
  });
});
