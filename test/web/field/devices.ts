import { openDB } from 'idb';

import { carriedBook, copyBook, type Folder } from '../../../web/src/platform/field-store/copy-book.ts';
import { DB_PREFIX } from '../../../web/src/platform/field-store/idb-schema.ts';
import { openIdbStore } from '../../../web/src/platform/field-store/idb-store.ts';
import type { OpenSecondCopy } from '../../../web/src/platform/field-store/second-copy.ts';
import { openVault } from '../../../web/src/platform/vault/data-key.ts';
import type { Vault } from '../../../web/src/platform/vault/vault.ts';
import { deviceIds, personId } from './examples.ts';

/** The open vault of a person; another `secret` is another data key. */
export async function aVault(person: number, secret = person): Promise<Vault> {
  const bytes = new Uint8Array(32).fill(secret % 256);
  return await openVault(personId(person), bytes, { keyId: 'a'.repeat(64), wrapped: 'AAAA' });
}

/** A folder in memory that outlives the stores over it; `torn` cuts off the end, as a device does that dies. */
class MemoryFolder implements Folder {
  readonly files = new Map<string, string>();

  names = async (): Promise<readonly string[]> => await Promise.resolve([...this.files.keys()]);
  read = async (name: string): Promise<string> => await Promise.resolve(this.files.get(name) ?? '');
  append = async (name: string, text: string): Promise<void> => {
    this.files.set(name, `${this.files.get(name) ?? ''}${text}`);
    await Promise.resolve();
  };
  remove = async (name: string): Promise<void> => {
    this.files.delete(name);
    await Promise.resolve();
  };

  tear(characters: number): void {
    for (const [name, text] of this.files) this.files.set(name, text.slice(0, -characters));
  }
}

function copyIn(folder: Folder): OpenSecondCopy {
  const book = copyBook(folder);
  return (person) => ({
    begin: async (owner, known) => await book.begin(owner, known),
    append: async (rows) => await book.append(person, rows),
    drop: async (ids) => await book.drop(person, ids),
    carried: carriedBook(folder, person),
    close: () => undefined,
  });
}

let people = 0;

/** A device of somebody nobody was before: its store can be opened again and again, as after a restart. */
export async function aDevice() {
  people += 1;
  const person = 100 + people;
  const vault = await aVault(person);
  const folder = new MemoryFolder();
  const newDeviceId = deviceIds(person);
  const database = `${DB_PREFIX}${vault.personId}`;
  return {
    vault,
    folder,
    database,
    start: async (options: Partial<Parameters<typeof openIdbStore>[0]> = {}) =>
      await openIdbStore({ vault, name: 'Ani', newDeviceId, secondCopy: copyIn(folder), ...options }),
    /** What is in the store of that name, as it lies there. */
    rows: async (name: string): Promise<readonly unknown[]> => {
      const db = await openDB(database);
      const all: unknown[] = await db.getAll(name);
      db.close();
      return all;
    },
  };
}
