import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { DeviceId, PersonId } from '@patuh/shared/domain/ids';

import { fromBase64 } from '../vault/seal.ts';
import { copyReading } from './copy-book.ts';
import { peopleWithDb, readExisting } from './existing-db.ts';
import type { FilePlace } from './file-shelf.ts';
import type { JournalRow, Owner, Sealed } from './idb-schema.ts';
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
  for (const person of await peopleWithDb()) {
    const owners = await readExisting(person, async (db) => (await db.get('meta', 'owner')) as Owner | undefined);
    const owner = owners.find((one) => one !== undefined);
    if (owner !== undefined) found.set(person, owner);
  }
  return [...found.values()];
}

/**
 * What a person has not sent, still sealed: for the file of a store that nobody here can open. From both copies, because
 * either may lack the newest.
 */
export async function lockedRows(person: PersonId, copies = copyReading(opfsReading)): Promise<readonly LockedRow[]> {
  const all = await readExisting(person, async (db) => await db.getAll('journal'));
  // The usual database is the one in use whenever it opens, so what it says of a row counts.
  const rows = [...new Map(all.toReversed().flatMap((held) => held.map((row) => [row.change.id, row]))).values()];
  const known = new Set(rows.map(({ change }) => change.id));
  const beyond = [...(await copies.read(person)).rows.values()].filter(({ id }) => !known.has(id));
  return [
    ...rows.filter(isUnsent).map(({ change: { deviceId, seq }, sealed }) => ({ deviceId, seq, sealed })),
    ...beyond.map(({ deviceId, seq, sealed }) => ({ deviceId, seq, sealed: fromBase64(sealed) })),
  ];
}

/** What the server never understood, or did not know as this person’s any more, travels along: it is looked at anew. */
function isUnsent({ fate }: JournalRow): boolean {
  if (fate.kind === 'refused') return fate.reason === 'not-understood' || fate.reason === 'unknown-assessment';
  return fate.kind === 'waiting';
}

/** Files of evidence that only this device has, as far as it knows; a store of an older app has none. */
export async function unsentFilesOf(person: PersonId): Promise<readonly FilePlace[]> {
  const all = await readExisting(person, async (db) =>
    db.objectStoreNames.contains('files') ? await db.getAll('files') : [],
  );
  return all.flat().filter(({ here, arrivedAt }) => here && arrivedAt === null);
}

/** How many files of colleagues wait here for a network. */
export async function undeliveredOf(person: PersonId): Promise<number> {
  const all = await readExisting(person, async (db) =>
    db.objectStoreNames.contains('carried') ? await db.getAll('carried') : [],
  );
  return new Set(all.flat().flatMap(({ id, deliveredAt }) => (deliveredAt === null ? [id] : []))).size;
}
