import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';
import { memoryStore } from '../../../../web/src/platform/field-store/memory-store.ts';
import { deviceIds } from '../examples.ts';

/** What outlives the app on a phone. */
export interface Disk {
  /** Opens the store that lies there, as the app does at its start. */
  open(): Promise<FieldStore>;
  /** One of the two places is wiped; the other one stays. */
  lose(what: 'database' | 'second copy'): Promise<void>;
}

export function memoryDisk(number: number): Disk {
  const store = memoryStore(deviceIds(number));
  return { open: async () => await Promise.resolve(store), lose: async () => await Promise.resolve() };
}
