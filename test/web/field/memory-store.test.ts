import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', async (newDeviceId) => await Promise.resolve(memoryStore(newDeviceId)));
