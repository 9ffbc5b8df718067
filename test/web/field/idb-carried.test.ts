import * as fakeIndexedDb from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';

import { copyReading, removeCopies } from '../../../web/src/platform/field-store/copy-book.ts';
import { leftBehind } from '../../../web/src/platform/field-store/left-behind.ts';
import { aCarriedFile } from './carried.ts';
import { aDevice } from './devices.ts';
import { anEdit, aPull, personId } from './examples.ts';

Object.assign(globalThis, fakeIndexedDb);

const FILE = aCarriedFile(2, [anEdit(1)]);
const ARRIVED = '2026-11-22T06:00:00.000Z';

describe('a file of a colleague that was taken in', () => {
  it('is still carried when the database is lost: the phone it came from may be at the bottom of the sea', async () => {
    const { start, database } = await aDevice();
    const before = await start();
    await before.carry(FILE);
    expect(before.copies()).toBe(2);
    before.close();
    await deleteDB(database);
    const store = await start();
    expect(await store.carried()).toEqual([FILE]);
    store.close();
  });

  it('is still carried when somebody clears the database under the open app', async () => {
    const { start, database } = await aDevice();
    const store = await start();
    await store.carry(FILE);
    await deleteDB(database);
    expect(await store.carried()).toEqual([FILE]);
    store.close();
  });

  it('lies in both places again after the second one was lost, and one of an earlier app too', async () => {
    const { start, database, folder } = await aDevice();
    const before = await start();
    await before.carry(FILE);
    before.close();
    folder.files.clear();
    (await start()).close();
    await deleteDB(database);
    const store = await start();
    expect(await store.carried()).toEqual([FILE]);
    store.close();
  });

  it('leaves the second place once the server has it, and does not come back from there', async () => {
    const { start, database, folder, vault } = await aDevice();
    const before = await start();
    await before.carry(FILE);
    await before.delivered(FILE.file.id, ARRIVED);
    before.close();
    expect([...folder.files.keys()].filter((name) => !name.startsWith(`${vault.personId}.`))).toEqual([]);
    await deleteDB(database);
    const store = await start();
    expect(await store.carried()).toEqual([]);
    store.close();
  });

  it('is called kept once where the second place takes nothing, and twice when that has passed', async () => {
    const { start, folder } = await aDevice();
    const store = await start();
    const append = folder.append;
    folder.append = async (name, text) =>
      name.includes('~')
        ? await Promise.reject(new DOMException('Full', 'QuotaExceededError'))
        : await append(name, text);
    await store.carry(FILE);
    expect([store.copies(), await store.carried()]).toEqual([1, [FILE]]);
    folder.append = append;
    await store.takePull(aPull());
    expect(store.copies()).toBe(2);
    store.close();
  });

  it('is taken from the database where the second place was torn when the device died', async () => {
    const { start, database, folder } = await aDevice();
    const before = await start();
    await before.carry(FILE);
    before.close();
    folder.tear(40);
    (await start()).close();
    await deleteDB(database);
    const store = await start();
    expect([await store.carried(), store.copies()]).toEqual([[FILE], 2]);
    store.close();
  });

  it('leaves the device with whoever carried it', async () => {
    const { start, folder, vault } = await aDevice();
    const store = await start();
    await store.put(anEdit(1));
    await store.carry(FILE);
    store.close();
    folder.files.set(`${personId(1)}.1`, 'somebody else');
    await removeCopies(folder, vault.personId);
    expect([...folder.files.keys()]).toEqual([`${personId(1)}.1`]);
  });

  it('makes nobody of whom nothing else lies here', async () => {
    const { start, folder, vault } = await aDevice();
    const store = await start();
    await store.carry(FILE);
    store.close();
    const people = (await leftBehind(copyReading(folder))).map((one) => one.personId);
    expect(people.filter((one) => one.startsWith(vault.personId))).toEqual([vault.personId]);
  });
});
