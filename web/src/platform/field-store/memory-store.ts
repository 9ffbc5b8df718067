import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { AssessmentId, DeviceId, FieldFileId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';

import type { CarriedFile, Draft, FieldStore, JournalEntry, NewDeviceId, NoteName } from './field-store.ts';
import { type FileRow, oldestFirst } from './file-shelf.ts';
import {
  covered,
  emptyJournal,
  type Journal,
  sentAgain,
  settled,
  triedAgain,
  withEdit,
  withSetAside,
} from './journal.ts';
import { once } from './once.ts';
import { merged, type Snapshot } from './snapshot.ts';

/** A store that lives as long as the page. Each page is a device of its own, so its numbers begin at 1. */
export function memoryStore(newDeviceId: NewDeviceId): FieldStore {
  let journal = emptyJournal(newDeviceId());
  const snapshots = new Map<AssessmentId, Snapshot>();
  const departed = new Map<AssessmentId, string>();
  const drafts = new Map<string, Draft>();
  const instruments = new Map<string, Instrument>();
  const lastYears = new Map<AssessmentId, LastYear | null>();
  const carried = new Map<FieldFileId, CarriedFile>();
  const files = new Map<string, FileRow>();
  const notes = new Map<NoteName, string>();
  const earlier: DeviceId[] = [];
  let keys: FieldKeys | undefined;
  const shelf = once(async () => (await import('./memory-shelf.ts')).memoryShelf(files));
  const draftKey = (draft: Omit<Draft, 'content'>): string => `${draft.assessmentId} ${cellKey(draft)}`;

  const become = (next: Journal): void => {
    if (next.deviceId !== journal.deviceId) earlier.push(journal.deviceId);
    journal = next;
  };

  const put: FieldStore['put'] = async (edit) => {
    const known = journal.entries.find(({ change }) => change.id === edit.id);
    if (known !== undefined) return await Promise.resolve(known);
    const next = withEdit(journal, edit);
    journal = next.journal;
    drafts.delete(draftKey({ ...edit, field: edit.entry.field }));
    return await Promise.resolve(next.entry);
  };

  const takePull: FieldStore['takePull'] = async (pulled) => {
    for (const view of pulled.assessments) {
      snapshots.set(view.id, merged(snapshots.get(view.id), view, pulled.whole.includes(view.id)));
    }
    for (const { id } of pulled.assessments) departed.delete(id);
    for (const id of pulled.gone) {
      const name = snapshots.get(id)?.header.unit.name;
      if (name !== undefined) departed.set(id, name);
      snapshots.delete(id);
    }
    journal = sentAgain(covered(journal, pulled.covered), pulled.taken);
    await Promise.resolve();
  };

  return {
    durable: false,
    copies: () => 0,
    put,
    keepDraft: async (draft) => {
      if (draft.content === null) drafts.delete(draftKey(draft));
      else drafts.set(draftKey(draft), draft);
      await Promise.resolve();
    },
    drafts: async (id) => await Promise.resolve([...drafts.values()].filter(({ assessmentId }) => assessmentId === id)),
    outbox: async (limit) => {
      const waiting = journal.entries.filter(isWaiting).toSorted((a, b) => a.change.seq - b.change.seq);
      return await Promise.resolve(waiting.slice(0, limit).map(({ change }) => change));
    },
    settle: async (answers) => {
      become(settled(journal, answers, newDeviceId));
      await Promise.resolve();
    },
    setAside: async (id) => {
      become(withSetAside(journal, id, newDeviceId));
      await Promise.resolve();
    },
    journal: async () => await Promise.resolve(journal.entries),
    takePull,
    assessments: async () => await Promise.resolve([...snapshots.values()].map(({ header }) => header)),
    departed: async () => await Promise.resolve([...departed].map(([id, name]) => ({ id, name }))),
    putAway: async (id) => {
      departed.delete(id);
      await Promise.resolve();
    },
    beyond: async () => await Promise.resolve([]),
    forget: async () => await Promise.resolve(false),
    cells: async (id) => await Promise.resolve([...(snapshots.get(id)?.cells.values() ?? [])]),
    instrument: async (id, version) => await Promise.resolve(instruments.get(`${id} ${version}`)),
    keepInstrument: async (instrument) => {
      instruments.set(`${instrument.id} ${instrument.version}`, instrument);
      await Promise.resolve();
    },
    device: async () => await Promise.resolve({ id: journal.deviceId, earlier: [...earlier] }),
    mistrust: async (ids) => {
      for (const id of ids) {
        const known = snapshots.get(id);
        if (known !== undefined) snapshots.set(id, { ...known, header: { ...known.header, version: 0 } });
      }
      await Promise.resolve();
    },
    sendAgain: async (ids) => {
      journal = triedAgain(journal, ids);
      await Promise.resolve();
    },
    lastYear: async (id) => await Promise.resolve(lastYears.get(id)),
    keepLastYear: async (id, lastYear) => {
      lastYears.set(id, lastYear);
      await Promise.resolve();
    },
    carried: async () => await Promise.resolve([...carried.values()]),
    carry: async (file) => {
      const known = carried.get(file.file.id);
      carried.set(file.file.id, known === undefined ? file : { ...known, opened: known.opened ?? file.opened });
      await Promise.resolve();
    },
    delivered: async (id, at) => {
      const known = carried.get(id);
      if (known !== undefined) carried.set(id, { ...known, deliveredAt: at });
      await Promise.resolve();
    },
    files: async () => await Promise.resolve(oldestFirst([...files.values()])),
    shelf,
    keys: async () => await Promise.resolve(keys),
    keepKeys: async (next) => {
      keys = next;
      await Promise.resolve();
    },
    note: async (name) => await Promise.resolve(notes.get(name)),
    keepNote: async (name, value) => {
      notes.set(name, value);
      await Promise.resolve();
    },
    onOtherTab: () => () => undefined,
    close: () => undefined,
  };
}

function isWaiting({ fate }: JournalEntry): boolean {
  return fate.kind === 'waiting';
}
