import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { deviceRoom } from '../field-store/device-room.ts';
import type { DeviceMark, PinLock } from '../vault/pin-lock.ts';
import type { ResumeLock } from '../vault/resume-lock.ts';
import type { Tries } from './tries.ts';

const room = deviceRoom();

/** A person with a store on this device. The name is readable: the screen asks “who are you” by it. */
export interface Identity {
  readonly personId: PersonId;
  readonly name: string;
  /** The `FieldPerson`, sealed with the data key. */
  readonly person: Uint8Array<ArrayBuffer>;
  readonly pin: PinLock;
  /** Of the device key that the PIN goes with; identities of earlier versions get it with their next PIN. */
  readonly device?: DeviceMark;
  readonly custody: CustodyLock;
  readonly tries: Tries;
  readonly resume: ResumeLock | null;
}

interface DeviceSchema extends DBSchema {
  readonly keys: { readonly key: 'device'; readonly value: CryptoKey };
  readonly identities: { readonly key: PersonId; readonly value: Identity };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/**
 * Who works on this device, and the key that never leaves it; what they entered is in a database of each person. Opened
 * for each step and closed after it: it is seldom needed, and nothing may stand in the way of a newer version.
 */
export async function onDevice<Value>(step: (database: DeviceDatabase) => Promise<Value>): Promise<Value> {
  const database = await openDB<DeviceSchema>('patuh-device', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('keys');
      fresh.createObjectStore('identities', { keyPath: 'personId' });
    },
  });
  try {
    // Also on a full device whoever has a store can open it.
    return await room.orMakeRoom(async () => await step(database));
  } finally {
    database.close();
  }
}

/** Reads one identity and writes what comes of it, in one step that no other tab comes between. */
export async function changeIdentity(
  personId: PersonId,
  change: (known: Identity) => Identity,
): Promise<Identity | undefined> {
  return await onDevice(async (database) => {
    const step = database.transaction('identities', 'readwrite', { durability: 'strict' });
    const known = await step.store.get(personId);
    const next = known === undefined ? undefined : change(known);
    if (next !== undefined && next !== known) await step.store.put(next);
    await step.done;
    return next;
  });
}

/** Undefined where there is none, or something that is none any more. */
export async function knownDeviceKey(): Promise<CryptoKey | undefined> {
  const known: unknown = await onDevice(async (database) => await database.get('keys', 'device'));
  return isKey(known) ? known : undefined;
}

/** Made at its first use. Two tabs at once agree on one: the first to be written stays. */
export async function deviceKey(make: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const made = await make();
  return await onDevice(async (database) => {
    const step = database.transaction('keys', 'readwrite', { durability: 'strict' });
    const known: unknown = await step.store.get('device');
    if (!isKey(known)) await step.store.put(made, 'device');
    await step.done;
    return isKey(known) ? known : made;
  });
}

function isKey(found: unknown): found is CryptoKey {
  return found instanceof CryptoKey;
}
