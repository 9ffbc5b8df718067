import * as fakeIndexedDb from 'fake-indexeddb';

import { openIdbStore } from '../../../web/src/platform/field-store/idb-store.ts';
import { aVault } from './devices.ts';
import { storeContract } from './store-contract.ts';
import { filesContract } from './store-contract-files.ts';
import { keptContract } from './store-contract-kept.ts';

Object.assign(globalThis, fakeIndexedDb);

let people = 0;

for (const contract of [storeContract, keptContract, filesContract]) {
  contract('database', async (newDeviceId) => {
    people += 1;
    return await openIdbStore({ vault: await aVault(people), name: 'Ani', newDeviceId });
  });
}
