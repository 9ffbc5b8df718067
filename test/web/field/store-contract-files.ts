import { describe, expect, it } from 'vitest';

import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { deviceIds } from './examples.ts';
import { aNewFile, fileAt, hashOf, namingPiece } from './files.ts';
import type { NewStore } from './store-contract.ts';

/** What every store of the field must do with files of evidence. */
export function filesContract(name: string, newStore: NewStore): void {
  const empty = async (): Promise<FieldStore> => await newStore(deviceIds());

  describe(`${name}: files of evidence`, () => {
    it('gives back what was kept, and its thumbnail', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(1));
      expect([...((await shelf.content(fileAt(1))) ?? [])]).toEqual([1, 2, 1]);
      expect([...((await shelf.thumbnail(fileAt(1))) ?? [])]).toEqual([1]);
      expect(await store.files()).toMatchObject([{ ...fileAt(1), size: 3, here: true, sent: 0, arrivedAt: null }]);
    });

    it('names the oldest first', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      for (const n of [2, 3, 1]) await shelf.keep(aNewFile(n));
      expect((await store.files()).map(({ sha256 }) => sha256)).toEqual([1, 2, 3].map(hashOf));
    });

    it('keeps the same photo of two units twice, and of one unit once', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(1));
      await shelf.keep(aNewFile(1));
      await shelf.keep(aNewFile(1, fileAt(1, 2)));
      expect(await store.files()).toHaveLength(2);
    });

    it('goes on where sending it had come to, when the same photo is taken from the gallery again', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(1));
      await shelf.tell(fileAt(1), { uploadPath: '/api/uploads/a', sent: 2 });
      await shelf.keep(aNewFile(1));
      expect(await store.files()).toMatchObject([{ uploadPath: '/api/uploads/a', sent: 2 }]);
    });

    it('remembers the piece that is to name a file until it was put', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(1));
      expect(await shelf.unfinished()).toMatchObject([{ ...fileAt(1), piece: namingPiece(1) }]);
      await shelf.finished(fileAt(1));
      expect(await shelf.unfinished()).toEqual([]);
    });

    it('lets go of a content and keeps its thumbnail', async () => {
      const store = await empty();
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(1));
      await shelf.tell(fileAt(1), { arrivedAt: '2026-11-22T06:00:00.000Z' });
      await shelf.free([fileAt(1)]);
      expect(await shelf.content(fileAt(1))).toBeUndefined();
      expect(await shelf.thumbnail(fileAt(1))).toBeDefined();
      expect(await store.files()).toMatchObject([{ here: false, arrivedAt: '2026-11-22T06:00:00.000Z' }]);
    });

    it('has nothing of a file that was never there', async () => {
      const shelf = await (await empty()).shelf();
      await shelf.tell(fileAt(9), { sent: 5 });
      expect([await shelf.content(fileAt(9)), await shelf.thumbnail(fileAt(9))]).toEqual([undefined, undefined]);
    });
  });
}
