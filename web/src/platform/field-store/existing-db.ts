import type { PersonId } from '@patuh/shared/domain/ids';
import { openDB } from 'idb';

import { DB_PREFIX, dbNames, type FieldDb, type FieldDbSchema } from './idb-schema.ts';

/** Everybody of whom this browser has a database. */
export async function peopleWithDb(): Promise<readonly PersonId[]> {
  const people = (await namesHere()).flatMap((name) =>
    name.startsWith(DB_PREFIX) ? [name.slice(DB_PREFIX.length).replace(/~$/, '') as PersonId] : [],
  );
  return [...new Set(people)];
}

/** Reads each database of a person that opens, in whatever version, and makes none by asking. */
export async function readExisting<Value>(
  person: PersonId,
  read: (db: FieldDb) => Promise<Value>,
  except?: string,
): Promise<readonly Value[]> {
  const names = await namesHere();
  const values: Value[] = [];
  for (const name of dbNames(person)) {
    const db = name !== except && names.includes(name) ? await existingDb(name) : undefined;
    try {
      if (db !== undefined) values.push(await read(db));
    } catch {
      // What cannot be read is as good as not there; the other copy may have it.
    } finally {
      db?.close();
    }
  }
  return values;
}

async function existingDb(name: string): Promise<FieldDb | undefined> {
  try {
    return await openDB<FieldDbSchema>(name, undefined, {
      // Deleted since it was listed: it would be made by asking for it.
      upgrade: (_db, _from, _to, tx) => {
        tx.done.catch(() => undefined);
        tx.abort();
      },
    });
  } catch {
    return undefined;
  }
}

async function namesHere(): Promise<readonly string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  } catch {
    return [];
  }
}
