import type { ProvenEdit } from '@patuh/shared/contracts/field-files';
import type { Edit } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';
import { proofOf } from '@patuh/shared/sync/proof';

import { fromBase64, toBase64 } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import type { JournalEntry, NewDeviceId } from './field-store.ts';
import type { FieldDb, JournalRow, Numbering, WriteTx } from './idb-schema.ts';
import type { Journal } from './journal.ts';
import { openedJson, sealedJson } from './sealed-json.ts';

/**
 * The journal of a database with its edits opened once: after that a tap opens nothing. Another tab may write too, so
 * numbers are decided inside transactions, and what was read is believed only as long as the generation is the same.
 */
export interface IdbJournal {
  entries(db: FieldDb): Promise<readonly JournalEntry[]>;
  sealed(edit: Edit): Promise<Pick<JournalRow, 'sealed' | 'proven'>>;
  /** Puts an edit behind all others, or finds it there; `kept` is called once the transaction is done. */
  add(tx: WriteTx, edit: Edit, by: Pick<JournalRow, 'sealed' | 'proven'>): Promise<Added>;
  /** Lets a pure function decide; writes only what it changed. */
  decide(tx: WriteTx, decision: Decision): Promise<Decided>;
  /**
   * Puts found changes behind all others, to be sent by the present device. The `sound` ones stay as they are; of what is
   * there but does not open the edit is put back, under its own number.
   */
  absorb(tx: WriteTx, found: readonly Found[], sound: ReadonlySet<ChangeId>): Promise<void>;
  /** Takes these out for good; the answer is called once the transaction is done. */
  drop(tx: WriteTx, gone: readonly JournalRow[]): Promise<() => void>;
  /** The rows as last read, whatever became of the database since. */
  held(): readonly JournalRow[];
  rows(db: FieldDb): Promise<readonly JournalRow[]>;
  /** Another tab wrote, or the database is a new one. */
  forget(): void;
  prove(author: string | undefined): void;
}

export type Decision = (journal: Journal<JournalRow>) => Journal<JournalRow>;

export interface Added {
  readonly row: JournalRow;
  /** Not there before. */
  readonly isNew: boolean;
  readonly kept: () => void;
}

export type Found = Pick<JournalRow, 'change' | 'sealed' | 'proven'>;

export interface Decided {
  readonly changed: boolean;
  readonly kept: () => void;
}

interface Mirror {
  readonly generation: number;
  readonly rows: readonly JournalRow[];
}

export function idbJournal(vault: Vault, newDeviceId: NewDeviceId): IdbJournal {
  const edits = new Map<ChangeId, Edit>();
  let mirror: Mirror | undefined;
  let held: readonly JournalRow[] = [];
  let shown: { readonly of: readonly JournalRow[]; readonly entries: readonly JournalEntry[] } | undefined;
  let author: string | undefined;
  let forgotten = 0;

  async function load(db: FieldDb): Promise<Mirror> {
    const before = forgotten;
    const tx = db.transaction(['journal', 'meta']);
    const numbering = numberingFrom(await tx.objectStore('meta').get('numbering'), newDeviceId);
    const rows = await tx.objectStore('journal').getAll();
    const read = { generation: numbering.generation, rows };
    if (forgotten === before) mirror = read;
    held = rows;
    return read;
  }

  /** Edits are opened once. */
  async function openAll(rows: readonly JournalRow[]): Promise<void> {
    const closed = rows.filter(({ change }) => !edits.has(change.id));
    await Promise.all(
      closed.map(async ({ change, sealed }) => {
        const content = await openedJson<RowContent>(vault, sealed);
        if (content !== undefined) edits.set(change.id, content.edit);
      }),
    );
  }

  function become(next: Mirror | undefined): void {
    mirror = next;
    held = next?.rows ?? held;
  }

  function show(rows: readonly JournalRow[]): readonly JournalEntry[] {
    if (shown?.of === rows) return shown.entries;
    const entries = rows.flatMap(({ change, fate }) => {
      const edit = edits.get(change.id);
      return edit === undefined ? [] : [{ change: { ...edit, seq: change.seq, deviceId: change.deviceId }, fate }];
    });
    shown = { of: rows, entries };
    return entries;
  }

  return {
    entries: async (db) => {
      const { rows } = mirror ?? (await load(db));
      await openAll(rows);
      return show(rows);
    },
    rows: async (db) => (mirror ?? (await load(db))).rows,
    held: () => held,
    absorb: async (tx, found, sound) => {
      const store = tx.objectStore('journal');
      const numbering = numberingFrom(await tx.objectStore('meta').get('numbering'), newDeviceId);
      const { deviceId } = numbering;
      let { nextSeq, nextOrder } = numbering;
      for (const { change, ...content } of found) {
        if (sound.has(change.id)) continue;
        const damaged = await store.index('id').get(change.id);
        if (damaged !== undefined) {
          void store.put({ ...damaged, ...content });
          continue;
        }
        void store.add({
          order: nextOrder,
          change: { ...change, deviceId, seq: nextSeq },
          fate: { kind: 'waiting' },
          ...content,
        });
        nextSeq += 1;
        nextOrder += 1;
      }
      const next = { ...numbering, nextSeq, nextOrder, generation: numbering.generation + 1 };
      await tx.objectStore('meta').put(next, 'numbering');
    },
    sealed: async (edit) => {
      const proof = author === undefined ? undefined : toBase64(proofOf(fromBase64(author), vault.personId, edit));
      return { sealed: await sealedJson(vault, { edit, proof }), proven: proof !== undefined };
    },
    add: async (tx, edit, by) => {
      const store = tx.objectStore('journal');
      const known = await store.index('id').get(edit.id);
      if (known !== undefined) return { row: known, isNew: false, kept: () => undefined };
      const numbering = numberingFrom(await tx.objectStore('meta').get('numbering'), newDeviceId);
      const { deviceId, nextSeq, nextOrder, generation } = numbering;
      const change = { id: edit.id, assessmentId: edit.assessmentId, deviceId, seq: nextSeq };
      const row: JournalRow = { order: nextOrder, change, fate: { kind: 'waiting' }, ...by };
      void store.add(row);
      const next = { ...numbering, nextSeq: nextSeq + 1, nextOrder: nextOrder + 1, generation: generation + 1 };
      await tx.objectStore('meta').put(next, 'numbering');
      const kept = (): void => {
        edits.set(edit.id, edit);
        if (mirror?.generation !== generation) become(undefined);
        else become({ generation: next.generation, rows: [...mirror.rows, row] });
      };
      return { row, isNew: true, kept };
    },
    decide: async (tx, decision) => {
      const numbering = numberingFrom(await tx.objectStore('meta').get('numbering'), newDeviceId);
      const { deviceId, nextSeq, generation, earlier } = numbering;
      const store = tx.objectStore('journal');
      const rows = mirror?.generation === generation ? mirror.rows : await store.getAll();
      const after = decision({ deviceId, nextSeq, entries: rows });
      const changed = after.entries.filter((row, i) => row !== rows[i]);
      if (changed.length === 0 && after.deviceId === deviceId) return { changed: false, kept: () => undefined };
      for (const row of changed) void store.put(row);
      const next: Numbering = {
        ...numbering,
        deviceId: after.deviceId,
        nextSeq: after.nextSeq,
        earlier: after.deviceId === deviceId ? earlier : [...earlier, deviceId],
        generation: generation + 1,
      };
      await tx.objectStore('meta').put(next, 'numbering');
      const kept = (): void => {
        become({ generation: next.generation, rows: after.entries });
      };
      return { changed: true, kept };
    },
    drop: async (tx, gone) => {
      const numbering = numberingFrom(await tx.objectStore('meta').get('numbering'), newDeviceId);
      for (const { order } of gone) void tx.objectStore('journal').delete(order);
      await tx.objectStore('meta').put({ ...numbering, generation: numbering.generation + 1 }, 'numbering');
      const orders = new Set(gone.map(({ order }) => order));
      return () => {
        forgotten += 1;
        become(undefined);
        // Else it would be taken for what a database lost that was deleted under this page.
        held = held.filter(({ order }) => !orders.has(order));
      };
    },
    forget: () => {
      forgotten += 1;
      mirror = undefined;
    },
    prove: (key) => {
      author = key;
    },
  };
}

/** What is sealed in a row: the proof is not there before the first exchange. */
export type RowContent = Pick<ProvenEdit, 'edit'> & Partial<Pick<ProvenEdit, 'proof'>>;

/** How the next change is numbered; a database without any changes begins as a new device. */
export function numberingFrom(kept: unknown, newDeviceId: NewDeviceId): Numbering {
  return (
    (kept as Numbering | undefined) ?? {
      deviceId: newDeviceId(),
      nextSeq: 1,
      nextOrder: 1,
      earlier: [],
      generation: 0,
    }
  );
}
