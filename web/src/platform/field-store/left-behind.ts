import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { DeviceId, PersonId } from '@patuh/shared/domain/ids';

import { fromBase64 } from '../vault/seal.ts';
import { copyReading } from './copy-book.ts';
import { existingDb } from './idb-database.ts';
import { DB_PREFIX, type FieldDb, type JournalRow, type Owner, type Sealed } from './idb-schema.ts';
import { opfsReading } from './opfs-folder.ts';

/** Somebody whose answers lie on this device, whether or not anything here can still open them. */
export interface LeftBehind {
  readonly personId: PersonId;
  readonly name: string;
  readonly custody: CustodyLock;
}

/** One change that was not sent, as it lies there. */
export interface LockedRow {
  readonly deviceId: DeviceId;
  readonly seq: number;
  readonly sealed: Sealed;
}

/**
 * Everybody of whom this device holds something, from either copy. Who among them has no identity here any more signs in
 * with their password and gets their key out of the custody of the office; `openIdbStore` does the rest.
 */
export async function leftBehind(copies = copyReading(opfsReading)): Promise<readonly LeftBehind[]> {
  const found = new Map<PersonId, LeftBehind>();
  for (const { personId, name, custody } of await copies.owners()) found.set(personId, { personId, name, custody });
  for (const personId of await databases()) {
    const owner = await withDb(personId, async (db) => (await db.get('meta', 'owner')) as Owner | undefined);
    if (owner !== undefined) found.set(personId, owner);
  }
  return [...found.values()];
}

/**
 * What a person has not sent, still sealed: for the file of a store that nobody here can open. From both copies, because
 * either may lack the newest.
 */
export async function lockedRows(person: PersonId, copies = copyReading(opfsReading)): Promise<readonly LockedRow[]> {
  const rows = (await withDb(person, async (db) => await db.getAll('journal'))) ?? [];
  const known = new Set(rows.map(({ change }) => change.id));
  const beyond = [...(await copies.read(person)).rows.values()].filter(({ id }) => !known.has(id));
  return [
    ...rows.filter(isUnsent).map(({ change: { deviceId, seq }, sealed }) => ({ deviceId, seq, sealed })),
    ...beyond.map(({ deviceId, seq, sealed }) => ({ deviceId, seq, sealed: fromBase64(sealed) })),
  ];
}

/** What the server never understood travels along: whoever opens it may. */
function isUnsent({ fate }: JournalRow): boolean {
  return fate.kind === 'waiting' || (fate.kind === 'refused' && fate.reason === 'not-understood');
}

async function databases(): Promise<readonly PersonId[]> {
  try {
    const all = await indexedDB.databases();
    const names = all.flatMap(({ name }) => (name?.startsWith(DB_PREFIX) === true ? [name] : []));
    return names.map((name) => name.slice(DB_PREFIX.length) as PersonId);
  } catch {
    return [];
  }
}

async function withDb<Value>(person: PersonId, read: (db: FieldDb) => Promise<Value>): Promise<Value | undefined> {
  const db = await existingDb(person);
  try {
    return db === undefined ? undefined : await read(db);
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}
