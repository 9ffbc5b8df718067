import type { PersonId } from '@patuh/shared/domain/ids';
import { openDB } from 'idb';

import { dbNames, DB_VERSION, type FieldDb, type FieldDbSchema, upgrade, type UpgradeTx } from './idb-schema.ts';

/** Opens the database of a person, or the one beside it; `cutOff` hears that the browser or a newer app ended it. */
export async function openFieldDb(personId: PersonId, cutOff: () => void): Promise<FieldDb> {
  const [usual, spare] = dbNames(personId);
  try {
    return await connect(usual, cutOff);
  } catch (error) {
    if (!isBroken(error)) throw error;
    // Set aside as it is: what it held comes out of the second copy, and out of it should it ever open again.
    return await connect(spare, cutOff);
  }
}

async function connect(name: string, cutOff: () => void): Promise<FieldDb> {
  const { promise: heldElsewhere, reject } = Promise.withResolvers<never>();
  let gaveUp = false;
  const opening: Promise<FieldDb> = openDB<FieldDbSchema>(name, DB_VERSION, {
    // Whole or not at all: what fails in it ends the opening, too.
    upgrade: (fresh, from, _to, tx) => void upgrade(fresh, from, tx).catch(() => abandon(tx)),
    // Another tab with an older app sleeps, and does not hear that it should let go: only a person can end it.
    blocked: () => {
      gaveUp = true;
      reject(new HeldElsewhere('Another tab holds an earlier version'));
    },
    // A newer app in another tab brings it to its version; this one would not know how to write there.
    blocking: () => {
      cutOff();
      void opening.then((db) => db.close());
    },
    terminated: cutOff,
  });
  // What comes after all is of no use to whoever was told to try again.
  opening.then((db) => (gaveUp ? db.close() : undefined)).catch(() => undefined);
  return await Promise.race([opening, heldElsewhere]);
}

/** Another tab keeps the database from becoming of this app’s version. */
class HeldElsewhere extends Error {
  override readonly name = 'HeldElsewhere';
}

export function isHeldElsewhere(error: unknown): boolean {
  return error instanceof HeldElsewhere;
}

/** A newer app brought the database to its version: this one would not know how to write there. */
export function isOfNewerApp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

/** Of a newer app, or of a full device, is not broken. */
function isBroken(error: unknown): boolean {
  return error instanceof DOMException && !isOfNewerApp(error) && error.name !== 'QuotaExceededError';
}

function abandon(tx: UpgradeTx): void {
  // The opening tells of it.
  tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch {
    // What failed has ended it already.
  }
}
