import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentId, ChangeId } from '@patuh/shared/domain/ids';

import { exchange } from './exchange.ts';
import { type Clockwork, exchangeLoop, type ExchangeLoop, type ExchangeState } from './exchange-loop.ts';
import type { FieldServer } from './field-server.ts';
import type { FieldStore, JournalEntry } from './field-store.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

/** Everything the field app works with, for one person on one device. */
export interface FieldDesk {
  readonly store: FieldStore;
  readonly loop: ExchangeLoop;
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Undefined for an assessment that is not on this device, or whose instrument is not. */
  readonly open: (id: AssessmentId) => Promise<OpenAssessment | undefined>;
  /** Takes over what the server answered about one assessment outside a pull. */
  readonly take: (view: AssessmentView) => Promise<void>;
}

export interface DeskState {
  readonly exchange: ExchangeState;
  readonly journal: Tally;
}

/** How many own changes are where. */
export interface Tally {
  readonly waiting: number;
  readonly waitingAt: ReadonlyMap<AssessmentId, number>;
  readonly refused: readonly JournalEntry[];
  /** Raised with every change of the store, so that lists know when to read anew. */
  readonly revision: number;
}

export interface DeskDeps {
  readonly store: FieldStore;
  readonly server: FieldServer;
  readonly clockwork: Clockwork;
  readonly newChangeId: () => ChangeId;
}

/** Milliseconds until a tap is surely painted. */
const PAINTED = 40;

export function fieldDesk({ store, server, clockwork, newChangeId }: DeskDeps): FieldDesk {
  const opened = new Map<AssessmentId, Promise<OpenAssessment | undefined>>();
  const listeners = new Set<() => void>();
  const loop = exchangeLoop(async () => await exchange(store, server, refresh), clockwork, announce);
  let journal: Tally = { waiting: 0, waitingAt: new Map(), refused: [], revision: 0 };
  let state: DeskState = { exchange: loop.state(), journal };

  function announce(): void {
    state = { exchange: loop.state(), journal };
    for (const listener of listeners) listener();
  }

  async function tally(): Promise<void> {
    journal = tallyOf(await store.journal(), journal.revision + 1);
    announce();
  }

  let refreshing = Promise.resolve();

  /** After an exchange: what is on the screen takes over what the store holds now. One after the other, never older. */
  async function refresh(): Promise<void> {
    refreshing = refreshing.then(readAnew);
    await refreshing;
  }

  async function readAnew(): Promise<void> {
    const entries = await store.journal();
    const headers = await store.assessments();
    for (const opening of opened.values()) {
      const assessment = await opening;
      const header = headers.find(({ id }) => id === assessment?.id);
      if (assessment === undefined || header === undefined) continue;
      assessment.reload({ header, cells: await store.cells(header.id), journal: entries });
    }
    await tally();
  }

  async function load(id: AssessmentId): Promise<OpenAssessment | undefined> {
    const header = (await store.assessments()).find((candidate) => candidate.id === id);
    const reference = header?.period.instrument;
    const instrument = reference === undefined ? undefined : await store.instrument(reference.id, reference.version);
    if (header === undefined || instrument === undefined) return undefined;
    const entered = (): void => {
      void tally();
      loop.wake('change');
    };
    const soon = (call: () => void): void => void clockwork.after(PAINTED, call);
    const deps = { store, newChangeId, now: () => new Date(clockwork.now()), entered, soon };
    const [cells, entries, drafts] = [await store.cells(id), await store.journal(), await store.drafts(id)];
    return openAssessment(deps, { header, instrument, cells, journal: entries, drafts });
  }

  return {
    store,
    loop,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async (id) => {
      const opening = opened.get(id) ?? load(id);
      opened.set(id, opening);
      const assessment = await opening;
      if (assessment === undefined) opened.delete(id);
      return assessment;
    },
    take: async (view) => {
      await store.takePull({ assessments: [view], whole: [], gone: [], taken: [], covered: [] });
      await refresh();
    },
  };
}

function tallyOf(entries: readonly JournalEntry[], revision: number): Tally {
  const waitingAt = new Map<AssessmentId, number>();
  const waiting = entries.filter(({ fate }) => fate.kind === 'waiting');
  for (const { change } of waiting) waitingAt.set(change.assessmentId, (waitingAt.get(change.assessmentId) ?? 0) + 1);
  const refused = entries.filter(({ fate }) => fate.kind === 'refused');
  return { waiting: waiting.length, waitingAt, refused, revision };
}
