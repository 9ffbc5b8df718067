import * as fakeIndexedDb from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';

import { NoRoom } from '../../../web/src/platform/field-store/file-shelf.ts';
import { unsentFilesOf } from '../../../web/src/platform/field-store/left-behind.ts';
import { SealBroken } from '../../../web/src/platform/vault/vault.ts';
import { aDevice, aVault } from './devices.ts';
import { anEdit } from './examples.ts';
import { aNewFile, fileAt, hashOf } from './files.ts';

Object.assign(globalThis, fakeIndexedDb);

describe('a photo that is shown as saved', () => {
  it('is there after the app was ended and opened again', async () => {
    const { start } = await aDevice();
    const before = await start();
    await (await before.shelf()).keep(aNewFile(1));
    before.close();
    const after = await start();
    expect([...((await (await after.shelf()).content(fileAt(1))) ?? [])]).toEqual([1, 2, 1]);
    after.close();
  });

  it('can be seen by nobody who takes the device apart', async () => {
    const { start, rows } = await aDevice();
    const store = await start();
    const secret = new TextEncoder().encode('wajah orang di loket');
    await (await store.shelf()).keep(aNewFile(1, { content: secret, thumbnail: secret }));
    const lying = [...(await rows('contents')), ...(await rows('thumbnails')), ...(await rows('files'))];
    expect(lying).toHaveLength(3);
    for (const row of lying) {
      const { sealed, unfinished } = row as { sealed?: Uint8Array; unfinished?: Uint8Array };
      const text = new TextDecoder().decode(sealed ?? unfinished);
      expect(text).not.toContain('wajah');
      expect(text).not.toContain('photo');
    }
    store.close();
  });

  it('opens with the key of its owner only', async () => {
    const { start, rows, vault } = await aDevice();
    const store = await start();
    await (await store.shelf()).keep(aNewFile(1));
    const [row] = (await rows('contents')) as readonly { sealed: Uint8Array<ArrayBuffer> }[];
    await expect((await aVault(1, 99)).openBytes(row!.sealed)).rejects.toThrow(SealBroken);
    expect([...(await vault.openBytes(row!.sealed))]).toEqual([1, 2, 1]);
    store.close();
  });
});

describe('a device without room for photos', () => {
  it('takes no photo where answers need what is left, and answers all the same', async () => {
    const { start } = await aDevice();
    const store = await start({ roomLeft: async () => await Promise.resolve('answers-only') });
    await expect((await store.shelf()).keep(aNewFile(1))).rejects.toThrow(NoRoom);
    expect(await store.files()).toEqual([]);
    expect((await store.put(anEdit(1))).change.seq).toBe(1);
    store.close();
  });

  it('keeps nothing of a photo for which the room ends half-way, and gives up nothing that is put by', async () => {
    const { start, rows } = await aDevice();
    let givenUp = 0;
    const room = {
      orMakeRoom: async <Value>(write: () => Promise<Value>): Promise<Value> => {
        try {
          return await write();
        } catch (error) {
          givenUp += 1;
          throw error;
        }
      },
      worked: () => undefined,
    };
    const store = await start({ room });
    await store.files();
    const refusing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(
      this: IDBObjectStore,
      value: unknown,
    ) {
      if (this.name === 'thumbnails') throw new DOMException('Full', 'QuotaExceededError');
      return this.add(value);
    });
    await expect((await store.shelf()).keep(aNewFile(1))).rejects.toThrow(NoRoom);
    refusing.mockRestore();
    expect([await rows('files'), await rows('contents'), givenUp]).toEqual([[], [], 0]);
    store.close();
  });
});

describe('somebody whose photos lie on a device', () => {
  it('has as many unsent as the server has not confirmed', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const shelf = await store.shelf();
    for (const n of [1, 2, 3]) await shelf.keep(aNewFile(n));
    await shelf.tell(fileAt(2), { arrivedAt: '2026-11-22T06:00:00.000Z' });
    store.close();
    expect((await unsentFilesOf(vault.personId)).map(({ sha256 }) => sha256)).toEqual([1, 3].map(hashOf));
  });

  it('has none in a store of an older app, and none where there is no store', async () => {
    expect(await unsentFilesOf((await aVault(77)).personId)).toEqual([]);
  });
});
