import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';

import type { Draft, FieldStore, JournalEntry, NewDeviceId } from './field-store.ts';
import { covered, emptyJournal, settled, withEdit, withSetAside } from './journal.ts';
import { merged, type Snapshot } from './snapshot.ts';

/** A store that lives as long as the page. Each page is a device of its own, so its numbers begin at 1. */
export function memoryStore(newDeviceId: NewDeviceId): FieldStore {
  let journal = emptyJournal(newDeviceId());
  const snapshots = new Map<AssessmentId, Snapshot>();
  const drafts = new Map<string, Draft>();
  const instruments = new Map<string, Instrument>();
  const draftKey = (draft: Omit<Draft, 'content'>): string => `${draft.assessmentId} ${cellKey(draft)}`;

  const put: FieldStore['put'] = async (edit) => {
    const next = withEdit(journal, edit);
    journal = next.journal;
    drafts.delete(draftKey({ ...edit, field: edit.entry.field }));
    return await Promise.resolve(next.entry);
  };

  const takePull: FieldStore['takePull'] = async (pulled) => {
    for (const view of pulled.assessments) snapshots.set(view.id, merged(snapshots.get(view.id), view));
    for (const id of pulled.gone) snapshots.delete(id);
    journal = covered(journal, pulled.covered);
    await Promise.resolve();
  };

  return {
    durable: false,
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
      journal = settled(journal, answers, newDeviceId);
      await Promise.resolve();
    },
    setAside: async (id) => {
      journal = withSetAside(journal, id, newDeviceId);
      await Promise.resolve();
    },
    journal: async () => await Promise.resolve(journal.entries),
    takePull,
    assessments: async () => await Promise.resolve([...snapshots.values()].map(({ header }) => header)),
    cells: async (id) => await Promise.resolve([...(snapshots.get(id)?.cells.values() ?? [])]),
    instrument: async (id, version) => await Promise.resolve(instruments.get(`${id} ${version}`)),
    keepInstrument: async (instrument) => {
      instruments.set(`${instrument.id} ${instrument.version}`, instrument);
      await Promise.resolve();
    },
  };
}

function isWaiting({ fate }: JournalEntry): boolean {
  return fate.kind === 'waiting';
}
