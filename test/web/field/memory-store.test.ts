import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { storeContract } from './store-contract.ts';
import { filesContract } from './store-contract-files.ts';
import { keptContract } from './store-contract-kept.ts';

for (const contract of [storeContract, keptContract, filesContract]) {
  contract('memory', async (newDeviceId) => await Promise.resolve(memoryStore(newDeviceId)));
}
