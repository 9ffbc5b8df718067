import { describe, expect, it } from 'vitest';

import { carriedBook, type Folder } from '../../../../web/src/platform/field-store/copy-book.ts';
import { copyKeeper } from '../../../../web/src/platform/field-store/copy-keeper.ts';
import type { JournalRow } from '../../../../web/src/platform/field-store/idb-schema.ts';
import type { SecondCopy } from '../../../../web/src/platform/field-store/second-copy.ts';
import { phoneDisk } from './disk.ts';
import { anEdit, assessmentId, changeId, deviceIds, personId } from '../examples.ts';

const owner = { personId: personId(1), name: 'Ani', custody: { keyId: 'a'.repeat(64), wrapped: 'AAAA' } };
const deviceId = deviceIds()();
const noRoom = { orMakeRoom: async <Value>(write: () => Promise<Value>) => await write(), worked: () => undefined };

const refuse = async (): Promise<void> => await Promise.reject(new DOMException('No room left', 'QuotaExceededError'));
const NO_FOLDER: Omit<Folder, 'append'> = {
  names: async () => await Promise.resolve([]),
  read: async () => await Promise.resolve(''),
  remove: async () => await Promise.resolve(),
};

/** Holds the second change and takes no more. */
const fullCopy: SecondCopy = {
  begin: async () => {
    const beyond = [{ id: changeId(2), assessmentId: assessmentId(1), deviceId, seq: 2, sealed: 'AAAA' }];
    return await Promise.resolve({ beyond, held: [] });
  },
  append: refuse,
  drop: async () => await Promise.resolve(),
  carried: carriedBook({ ...NO_FOLDER, append: refuse }, personId(1)),
  close: () => undefined,
};

describe('a device without any room left', () => {
  it('opens what lies there, which takes no room', async () => {
    const disk = phoneDisk(1, personId(1));
    disk.use();
    const before = await disk.open();
    await before.put(anEdit(1));
    before.close();
    await disk.lose('full');
    const after = await disk.open();
    expect((await after.journal()).map(({ change }) => change.id)).toEqual([changeId(1)]);
    after.close();
  });

  it('still reads what only the second copy holds, although nothing more can be written to it', async () => {
    const change = { id: anEdit(1).id, assessmentId: assessmentId(1), deviceId, seq: 1 };
    const row: JournalRow = { order: 1, change, fate: { kind: 'waiting' }, proven: true, sealed: new Uint8Array(3) };
    const keeper = copyKeeper(fullCopy, owner, noRoom);
    expect((await keeper.compare([row])).map((found) => found.change.id)).toEqual([changeId(2)]);
    expect(keeper.copies()).toBe(1);
  });
});
