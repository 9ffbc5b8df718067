import { PersonId } from '@patuh/shared/domain/ids';
import { IDBFactory } from 'fake-indexeddb';
// oxlint-disable-next-line import/no-unassigned-import -- the classes of a database, as browsers have them
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { dbNames } from '../../../web/src/platform/field-store/idb-schema.ts';
import { openIdbStore } from '../../../web/src/platform/field-store/idb-store.ts';
import { leftBehind } from '../../../web/src/platform/field-store/left-behind.ts';
import { removeFromDevice } from '../../../web/src/platform/identity/removing.ts';
import { here } from '../../../web/src/platform/identity/who-is-here.ts';
import { newDataKey } from '../../../web/src/platform/vault/data-key.ts';
import { aCarriedFile } from '../field/carried.ts';
import { anEdit, deviceIds } from '../field/examples.ts';
import { ANI } from './phone.ts';

const PIN = '481516';

/** A device on which Ani worked, for a while in the database beside the usual one, because that did not open. */
async function aniWorksHere() {
  globalThis.indexedDB = new IDBFactory();
  const custody = { keyId: 'ab'.repeat(32), wrapped: 'AAAA' };
  const opened = await here.admit({ person: ANI, pin: PIN, bytes: newDataKey(), custody });
  if (opened === undefined) throw new Error('Somebody is here already');
  const { vault } = opened;
  const open = async () =>
    await openIdbStore({ vault, name: ANI.name, newDeviceId: deviceIds(1), secondCopy: () => undefined });
  const usual = globalThis.indexedDB;
  globalThis.indexedDB = new Proxy(usual, {
    get: (target, method) =>
      method === 'open'
        ? (asked: string, version?: number) => {
            if (asked === dbNames(PersonId.parse(ANI.personId))[0]) {
              throw new DOMException('Internal error', 'UnknownError');
            }
            return target.open(asked, version);
          }
        : async () => await target.databases(),
  });
  (await open()).close();
  globalThis.indexedDB = usual;
  return await open();
}

describe('taking somebody off a device', () => {
  it('leaves nothing of them behind, in whichever database it lay', async () => {
    (await aniWorksHere()).close();
    expect(await removeFromDevice(ANI.personId, PIN)).toEqual({ kind: 'removed' });
    expect([await here.list(), await leftBehind()]).toEqual([[], []]);
  });

  it('is refused while anything of theirs was not sent', async () => {
    const store = await aniWorksHere();
    await store.put(anEdit(1));
    store.close();
    expect(await removeFromDevice(ANI.personId, PIN)).toEqual({ kind: 'unsent', count: 1 });
    expect(await here.list()).toHaveLength(1);
  });

  it('is refused while they carry a file of a colleague that is not at the server', async () => {
    const store = await aniWorksHere();
    const brought = aCarriedFile(2, [anEdit(1)]);
    await store.carry(brought);
    store.close();
    expect(await removeFromDevice(ANI.personId, PIN)).toEqual({ kind: 'unsent', count: 1 });
  });
});
