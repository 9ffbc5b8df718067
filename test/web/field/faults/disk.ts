import { IDBFactory } from 'fake-indexeddb';

import type { FieldFile } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

import { lockedFileOf } from '../../../../web/src/platform/field-file/make-file.ts';
import { carriedBook, copyBook, copyReading, type Folder } from '../../../../web/src/platform/field-store/copy-book.ts';
import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';
import { DB_PREFIX } from '../../../../web/src/platform/field-store/idb-schema.ts';
import { openIdbStore } from '../../../../web/src/platform/field-store/idb-store.ts';
import { leftBehind, lockedRows } from '../../../../web/src/platform/field-store/left-behind.ts';
import type { OpenSecondCopy } from '../../../../web/src/platform/field-store/second-copy.ts';
import { lockForOffice } from '../../../../web/src/platform/vault/custody.ts';
import { openVault } from '../../../../web/src/platform/vault/data-key.ts';
import type { Vault } from '../../../../web/src/platform/vault/vault.ts';
import { TEST_CUSTODY } from '../../../support/custody.ts';
import { deviceIds } from '../examples.ts';

// @ts-expect-error -- it has no types: it only puts the names of IndexedDB into this process
await import('fake-indexeddb/auto');

/** How many writes a full device refuses before something is cleared away. */
const WRITES_REFUSED = 3;

/** Writes that are still refused, of the phone in use. */
interface Room {
  refusals: number;
}
let inUse: Room = { refusals: 0 };

function refuseWhereFull(): void {
  if (inUse.refusals === 0) return;
  inUse.refusals -= 1;
  throw new DOMException('No room left', 'QuotaExceededError');
}

/** As a browser does; the database of this process knows no end. */
function withAnEnd<Write extends (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) => IDBRequest>(
  write: Write,
): Write {
  return function refusing(this: IDBObjectStore, ...args) {
    refuseWhereFull();
    return write.apply(this, args);
  } as Write;
}
for (const name of ['put', 'add'] as const) {
  IDBObjectStore.prototype[name] = withAnEnd(IDBObjectStore.prototype[name]);
}

/** What can happen to the storage of a phone; one at a time, the other place stays. */
export const LOSSES = [
  'database',
  /** Somebody clears the data of the site while the app is open. */
  'database under the app',
  'second copy',
  /** The next line is written half, then the file refuses until the app starts anew. */
  'torn line',
  /** No room: the next writes are refused. */
  'full',
] as const;
export type Loss = (typeof LOSSES)[number];

/** What outlives the app on a phone. */
export interface Disk {
  /** Opens the store that lies there, as the app does at its start: then both places hold everything again. */
  open(): Promise<FieldStore>;
  /** Nothing happens where something was lost since the last start: the other place is the only one left. */
  lose(what: Loss): Promise<void>;
  /** Of a store that nobody here can open: everything unsent as it lies there. */
  lockedFile(): Promise<FieldFile | undefined>;
  /** To be called before anything is done on this phone: there is one browser in this process and several phones. */
  use(): void;
}

/** A database and a second copy of it, as the app keeps them. */
export function phoneDisk(number: number, owner: PersonId): Disk {
  const factory = new IDBFactory();
  const folder = new FolderInMemory();
  const newDeviceId = deviceIds(number);
  const room: Room = { refusals: 0 };
  let vault: Promise<Vault> | undefined;
  let store: FieldStore | undefined;
  let isHurt = false;
  return {
    use: () => {
      globalThis.indexedDB = factory;
      inUse = room;
    },
    open: async () => {
      folder.mend();
      vault ??= vaultOf(owner, number);
      const secondCopy = secondCopyIn(folder);
      store = await openIdbStore({ vault: await vault, name: 'Ani', newDeviceId, secondCopy });
      isHurt = store.copies() < 2;
      return store;
    },
    lose: async (what) => {
      if (isHurt || (store?.copies() ?? 2) < 2) return;
      isHurt = true;
      switch (what) {
        case 'database':
        case 'database under the app':
          return await deleted(factory, `${DB_PREFIX}${owner}`);
        case 'second copy':
          return folder.wipe();
        case 'torn line':
          return folder.tear();
        case 'full':
          room.refusals = WRITES_REFUSED;
          return;
      }
    },
    lockedFile: async () => {
      const copies = copyReading(folder);
      const mine = (await leftBehind(copies)).find(({ personId: id }) => id === owner);
      const rows = await lockedRows(owner, copies);
      if (mine === undefined || rows.length === 0) return undefined;
      return lockedFileOf({ ...mine, rows }, new Date('2026-11-22T05:00:00.000Z'));
    },
  };
}

/** Opened with a PIN long ago; locked for the office as well. */
async function vaultOf(owner: PersonId, number: number): Promise<Vault> {
  const bytes = new Uint8Array(32).fill(number);
  return await openVault(owner, bytes, await lockForOffice(bytes, owner, TEST_CUSTODY.publicKey));
}

async function deleted(factory: IDBFactory, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('The database cannot be deleted')));
  });
}

function secondCopyIn(folder: Folder): OpenSecondCopy {
  const book = copyBook(folder);
  return (person: PersonId) => ({
    begin: async (owner, known) => await book.begin(owner, known),
    append: async (rows) => await book.append(person, rows),
    drop: async (ids) => await book.drop(person, ids),
    carried: carriedBook(folder, person),
    close: () => undefined,
  });
}

class FolderInMemory implements Folder {
  readonly #files = new Map<string, string>();
  #state: 'whole' | 'tearing' | 'torn' = 'whole';

  async names(): Promise<readonly string[]> {
    return await Promise.resolve([...this.#files.keys()]);
  }

  async read(name: string): Promise<string> {
    return await Promise.resolve(this.#files.get(name) ?? '');
  }

  async append(name: string, text: string): Promise<void> {
    refuseWhereFull();
    if (this.#state === 'torn') throw new DOMException('It was taken away', 'NotFoundError');
    const written = this.#state === 'tearing' ? text.slice(0, text.length / 2) : text;
    this.#files.set(name, (await this.read(name)) + written);
    if (this.#state === 'whole') return;
    this.#state = 'torn';
    throw new DOMException('It was taken away', 'InvalidStateError');
  }

  async remove(name: string): Promise<void> {
    this.#files.delete(name);
    await Promise.resolve();
  }

  wipe(): void {
    this.#files.clear();
  }

  tear(): void {
    this.#state = 'tearing';
  }

  mend(): void {
    this.#state = 'whole';
  }
}
