import type { FieldKeys } from '@patuh/shared/contracts/field-files';

import type { Vault } from '../vault/vault.ts';
import type { CopyKeeper, FoundRow } from './copy-keeper.ts';
import type { NewDeviceId } from './field-store.ts';
import { readExisting } from './existing-db.ts';
import { type Found, type IdbJournal, numberingFrom, type RowContent } from './idb-journal.ts';
import type { FieldDb, JournalRow, Owner, Sealed } from './idb-schema.ts';
import { withSetAside } from './journal.ts';
import { sameValue } from './same-value.ts';
import { openedJson } from './sealed-json.ts';

interface OpeningDeps {
  readonly owner: Owner;
  readonly vault: Vault;
  readonly journal: IdbJournal;
  readonly copy: CopyKeeper;
  readonly newDeviceId: NewDeviceId;
}

/** What happens with every new connection: the key is tried, and what one place lacks comes from the other. */
export function idbOpening({ owner, vault, journal, copy, newDeviceId }: OpeningDeps): (db: FieldDb) => Promise<void> {
  /** Those of which the edit opens: what does not is looked for in the other place. */
  async function soundRows(db: FieldDb): Promise<readonly JournalRow[]> {
    const sound = new Set((await journal.entries(db)).map(({ change }) => change.id));
    return (await journal.rows(db)).filter(({ change }) => sound.has(change.id));
  }

  /** What this page still knows, of a database that was deleted under it. */
  function remembered(held: readonly JournalRow[], rows: readonly JournalRow[]): readonly FoundRow[] {
    const there = new Set(rows.map(({ change }) => change.id));
    return held.filter(({ change }) => !there.has(change.id));
  }

  /** What is unsent in the other database, from a time when this one did not open, or when that one did. */
  async function setAside(db: FieldDb): Promise<readonly FoundRow[]> {
    const others = await readExisting(vault.personId, async (other) => await other.getAll('journal'), db.name);
    return others.flat().filter(({ fate }) => fate.kind !== 'done');
  }

  /** What is of another key stays where it is: it may be opened by the office. */
  async function readable(found: readonly FoundRow[]): Promise<readonly Found[]> {
    const opened = await Promise.all(
      found.map(async ({ change, sealed }) => {
        const content = await openedJson<RowContent>(vault, sealed);
        return content === undefined ? [] : [{ change, sealed, proven: content.proof !== undefined }];
      }),
    );
    return [...new Map(opened.flat().map((row) => [row.change.id, row])).values()];
  }

  async function absorb(db: FieldDb, found: readonly Found[], sound: readonly JournalRow[]): Promise<void> {
    if (found.length === 0) return;
    const tx = db.transaction(['journal', 'meta'], 'readwrite', { durability: 'strict' });
    await journal.absorb(tx, found, new Set(sound.map(({ change }) => change.id)));
    await tx.done;
    journal.forget();
  }

  /** One that opens in neither place would stand in the way of all that were entered after it. */
  async function setAsideTheBroken(db: FieldDb): Promise<void> {
    const readableIds = new Set((await journal.entries(db)).map(({ change }) => change.id));
    const broken = (await journal.rows(db)).filter(
      ({ change, fate }) => fate.kind === 'waiting' && !readableIds.has(change.id),
    );
    for (const { change } of broken) {
      const tx = db.transaction(['journal', 'meta'], 'readwrite', { durability: 'strict' });
      const { kept } = await journal.decide(tx, (now) => withSetAside(now, change.id, newDeviceId));
      await tx.done;
      kept();
    }
  }

  return async (db) => {
    await tryKey(db, vault);
    await settle(db, owner, newDeviceId);
    const keys = (await db.get('meta', 'keys')) as Sealed | undefined;
    journal.prove((await openedJson<FieldKeys>(vault, keys))?.author);
    journal.forget();
    const held = journal.held();
    const sound = await soundRows(db);
    const found = [...(await copy.compare(sound)), ...(await setAside(db)), ...remembered(held, sound)];
    await absorb(db, await readable(found), sound);
    await setAsideTheBroken(db);
  };
}

/** Throws where this database was sealed with another key. */
async function tryKey(db: FieldDb, vault: Vault): Promise<void> {
  const touchstone = (await db.get('meta', 'touchstone')) as Sealed | undefined;
  if (touchstone === undefined) await db.put('meta', await vault.seal('patuh'), 'touchstone');
  else await vault.open(touchstone);
}

/** Says whose it is, and under which device it numbers from now on; writes nothing where that is said, for want of room. */
async function settle(db: FieldDb, owner: Owner, newDeviceId: NewDeviceId): Promise<void> {
  const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
  const [numbering, known] = [await tx.store.get('numbering'), await tx.store.get('owner')];
  if (numbering === undefined) await tx.store.put(numberingFrom(undefined, newDeviceId), 'numbering');
  if (!sameValue(known, owner)) await tx.store.put(owner, 'owner');
  await tx.done;
}
