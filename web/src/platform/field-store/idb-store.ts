import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';

import type { Vault } from '../vault/vault.ts';
import { copyKeeper } from './copy-keeper.ts';
import { deviceRoom, roomLeft as roomLeftHere } from './device-room.ts';
import type { Draft, FieldStore, JournalEntry, NewDeviceId } from './field-store.ts';
import { type FileRow, oldestFirst } from './file-shelf.ts';
import { carriedFiles } from './idb-carried.ts';
import { type Database, database } from './idb-database.ts';
import { departedUnits } from './idb-departed.ts';
import { type Decision, idbJournal, numberingFrom } from './idb-journal.ts';
import { idbOpening } from './idb-opening.ts';
import { reproven } from './idb-reproven.ts';
import type { Sealed } from './idb-schema.ts';
import { idbSnapshots } from './idb-snapshots.ts';
import { covered, sentAgain, settled, triedAgain, withSetAside } from './journal.ts';
import { once } from './once.ts';
import { opfsCopy } from './opfs-copy.ts';
import { otherTabs } from './other-tabs.ts';
import type { Room, RoomLeft } from './room.ts';
import { openedJson, sealedJson } from './sealed-json.ts';
import type { OpenSecondCopy } from './second-copy.ts';

export interface IdbStoreDeps {
  readonly vault: Vault;
  /** Of the person: for whoever finds the store without its key. */
  readonly name: string;
  readonly newDeviceId: NewDeviceId;
  readonly secondCopy?: OpenSecondCopy;
  readonly room?: Room;
  readonly roomLeft?: () => Promise<RoomLeft>;
}

/**
 * Opens what this device keeps for one person, and makes it where there is none. Everything entered is sealed with the
 * key of the vault before it is written. Fails with a SealBroken where the vault is not the one it was sealed with.
 */
export async function openIdbStore(deps: IdbStoreDeps): Promise<FieldStore> {
  const { vault, name, newDeviceId, secondCopy = opfsCopy, room = deviceRoom(), roomLeft = roomLeftHere } = deps;
  const { personId, custody } = vault;
  const owner = { personId, name, custody };
  const journal = idbJournal(vault, newDeviceId);
  const snapshots = idbSnapshots(vault);
  const departed = departedUnits(vault);
  const instruments = new Map<string, Instrument>();
  const second = secondCopy(personId);
  const copy = copyKeeper(second, owner, room);
  const tabs = otherTabs(personId);
  const { carried, carry, delivered, ...carriedBook } = carriedFiles({
    vault,
    db: () => db,
    copies: second?.carried,
    written: () => {
      carriedBook.forget();
      tabs.tell();
    },
  });
  const openJournal = idbOpening({ owner, vault, journal, copy, newDeviceId });
  const db: Database = database({
    personId,
    room,
    opened: async (opened) => {
      await openJournal(opened);
      await carriedBook.compare(opened);
    },
  });
  let files: readonly FileRow[] | undefined;
  const shelfOnce = once(async () => (await import('./idb-shelf.ts')).idbShelf({ vault, db, roomLeft, written }));

  function written(): void {
    files = undefined;
    tabs.tell();
  }

  tabs.listen(() => {
    journal.forget();
    carriedBook.forget();
    files = undefined;
  });

  const seal = async (value: unknown): Promise<Sealed> => await sealedJson(vault, value);
  const nothing = async (): Promise<void> => await Promise.resolve();

  async function decide(decision: Decision): Promise<void> {
    await db.write(['journal', 'meta'], nothing, async (tx) => {
      const { changed, kept } = await journal.decide(tx, decision);
      return () => {
        kept();
        if (changed) tabs.tell();
      };
    });
  }

  const put: FieldStore['put'] = async (edit) => {
    const { row, isNew } = await db.write(
      ['journal', 'drafts', 'meta'],
      async () => await journal.sealed(edit),
      async (tx, sealed) => {
        const added = await journal.add(tx, edit, sealed);
        await tx.objectStore('drafts').delete(draftKey({ ...edit, field: edit.entry.field }));
        return () => {
          added.kept();
          tabs.tell();
          return added;
        };
      },
    );
    if (isNew) await copy.append([row]);
    room.worked();
    const entry: JournalEntry = {
      change: { ...edit, seq: row.change.seq, deviceId: row.change.deviceId },
      fate: row.fate,
    };
    return entry;
  };

  const takePull: FieldStore['takePull'] = async (pulled) => {
    const outcome = await db.write(
      ['headers', 'cells', 'journal', 'meta'],
      async () => {
        const read = await db.read();
        const [prepared, headers] = [await snapshots.prepare(read, pulled), await snapshots.headers(read)];
        return { prepared, leaving: await departed.prepare(headers, pulled.gone) };
      },
      async (tx, { prepared, leaving }) => {
        if ((await snapshots.keep(tx, prepared)) === 'overtaken') return () => 'overtaken' as const;
        for (const id of pulled.gone) {
          void tx.objectStore('headers').delete(id);
          void tx.objectStore('cells').delete(id);
        }
        departed.keep(tx, leaving, pulled.assessments);
        const { changed, kept } = await journal.decide(tx, (now) =>
          sentAgain(covered(now, pulled.covered), pulled.taken),
        );
        return () => {
          kept();
          if (changed || prepared.length + pulled.gone.length > 0) tabs.tell();
          return 'taken' as const;
        };
      },
    );
    if (outcome === 'overtaken') await takePull(pulled);
    else {
      await copy.tidy(journal.held());
      if (carriedBook.lacks()) await carriedBook.compare(await db.read());
    }
  };

  const keepKeys: FieldStore['keepKeys'] = async (keys) => {
    journal.prove(keys.author);
    await db.write(
      ['meta'],
      async () => await seal(keys),
      async (tx, sealed) => {
        await tx.objectStore('meta').put(sealed, 'keys');
        return tabs.tell;
      },
    );
    await copy.append(await reproven(db, vault, journal));
  };

  async function close(): Promise<void> {
    await db.close();
    copy.close();
    tabs.close();
  }

  await db.read();

  return {
    durable: true,
    copies: () => (carriedBook.lacks() ? 1 : copy.copies()),
    put,
    keepDraft: async (draft) => {
      const key = draftKey(draft);
      await db.write(
        ['drafts'],
        async () => (draft.content === null ? undefined : await seal(draft)),
        async (tx, sealed) => {
          if (sealed === undefined) await tx.objectStore('drafts').delete(key);
          else await tx.objectStore('drafts').put({ key, assessmentId: draft.assessmentId, sealed });
          return () => undefined;
        },
      );
    },
    drafts: async (id) => {
      const rows = await (await db.read()).getAllFromIndex('drafts', 'assessmentId', id);
      const drafts = await Promise.all(rows.map(async ({ sealed }) => await openedJson<Draft>(vault, sealed)));
      return drafts.filter((draft) => draft !== undefined);
    },
    outbox: async (limit) => {
      const waiting = (await journal.entries(await db.read())).filter(({ fate }) => fate.kind === 'waiting');
      const changes = waiting.map(({ change }) => change).toSorted((a, b) => a.seq - b.seq);
      return changes.slice(0, limit);
    },
    settle: async (answers) => await decide((now) => settled(now, answers, newDeviceId)),
    setAside: async (id) => await decide((now) => withSetAside(now, id, newDeviceId)),
    sendAgain: async (ids) => await decide((now) => triedAgain(now, ids)),
    journal: async () => await journal.entries(await db.read()),
    takePull,
    assessments: async () => await snapshots.headers(await db.read()),
    departed: async () => await departed.read(await db.read()),
    putAway: async (id) => {
      await db.write(['meta'], nothing, async (tx) => {
        await departed.putAway(tx, id);
        return tabs.tell;
      });
    },
    beyond: async () => await (await import('./idb-forget.ts')).unitsBeyond(await db.read()),
    forget: async (id) => await (await import('./idb-forget.ts')).forgetUnit({ db, journal, copy, written }, id),
    cells: async (id) => await snapshots.cells(await db.read(), id),
    mistrust: async (ids) => {
      await db.write(['headers'], nothing, async (tx) => {
        const store = tx.objectStore('headers');
        for (const id of ids) {
          const row = await store.get(id);
          if (row !== undefined) void store.put({ ...row, version: 0 });
        }
        return tabs.tell;
      });
    },
    instrument: async (id, version) => {
      const key = `${id} ${version}`;
      const known = instruments.get(key) ?? (await (await db.read()).get('instruments', key));
      if (known !== undefined) instruments.set(key, known);
      return known;
    },
    keepInstrument: async (instrument) => {
      await db.write(['instruments'], nothing, async (tx) => {
        await tx.objectStore('instruments').put(instrument, `${instrument.id} ${instrument.version}`);
        return () => undefined;
      });
    },
    device: async () => {
      const { deviceId, earlier } = numberingFrom(await (await db.read()).get('meta', 'numbering'), newDeviceId);
      return { id: deviceId, earlier };
    },
    lastYear: async (id) => {
      const row = await (await db.read()).get('lastYears', id);
      return await openedJson<LastYear | null>(vault, row?.sealed);
    },
    keepLastYear: async (id, lastYear) => {
      await db.write(
        ['lastYears'],
        async () => await seal(lastYear),
        async (tx, sealed) => {
          await tx.objectStore('lastYears').put({ id, sealed });
          return () => undefined;
        },
      );
    },
    carried,
    carry,
    delivered,
    files: async () => {
      files ??= oldestFirst(await (await db.read()).getAll('files'));
      return files;
    },
    shelf: shelfOnce,
    keys: async () => {
      const sealed = (await (await db.read()).get('meta', 'keys')) as Sealed | undefined;
      return await openedJson<FieldKeys>(vault, sealed);
    },
    keepKeys,
    note: async (note) => (await (await db.read()).get('meta', `note ${note}`)) as string | undefined,
    keepNote: async (note, value) => {
      await db.write(['meta'], nothing, async (tx) => {
        await tx.objectStore('meta').put(value, `note ${note}`);
        // Every tab tells when everything was last exchanged.
        return () => (note === 'exchanged-at' ? tabs.tell() : undefined);
      });
    },
    onOtherTab: tabs.listen,
    close: () => void close(),
  };
}

function draftKey(draft: Omit<Draft, 'content'>): string {
  return `${draft.assessmentId} ${cellKey(draft)}`;
}
