import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Edit } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';

import { holdUpdatesWhile } from '../app-update/doing.ts';
import type { Alone } from './alone.ts';
import { backOff } from './back-off.ts';
import { type Ending, exchange } from './exchange.ts';
import { type Clockwork, exchangeLoop, type ExchangeLoop, type ExchangeState } from './exchange-loop.ts';
import type { FieldServer } from './field-server.ts';
import { type FilesState, filesDesk, type SendFiles } from './files-desk.ts';
import type { DepartedUnit, FieldStore, JournalEntry } from './field-store.ts';
import { arrived } from './on-the-way.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';
import { receiptsBook } from './receipts.ts';
import { mayBeSentAgain, sendAgain } from './send-again.ts';
import { NO_TALLY, type Tally, tallyOf, withOneMore } from './tally.ts';
import { carriedEdits } from './unsent-files.ts';

/** Everything the field app works with, for one person on one device. */
export interface FieldDesk {
  /** Whose it is: what is asked of the server for this desk is asked as them or not at all. */
  readonly me: PersonId;
  readonly store: FieldStore;
  readonly loop: ExchangeLoop;
  /** Sends files of evidence now, if no answer waits; they are sent by themselves after each exchange. */
  readonly wakeFiles: () => void;
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Undefined for an assessment that is not on this device, or whose instrument is not. */
  readonly open: (id: AssessmentId) => Promise<OpenAssessment | undefined>;
  /** The same at once, where it was opened before: whoever taps on it waits for nothing. */
  readonly opened: (id: string) => OpenAssessment | undefined;
  /** Takes over what the server answered about one assessment outside a pull. */
  readonly take: (view: AssessmentView) => Promise<void>;
  /** Sends once more what was refused, where that may help. */
  readonly sendAgain: (refused: readonly JournalEntry[]) => Promise<Ending>;
  /** Takes over what came into the store by another way than this desk, such as a file of a colleague. */
  readonly refresh: () => Promise<void>;
  /** Ends everything that goes on by itself, keeps what is on its way, and puts the keys out of reach. */
  readonly close: () => Promise<void>;
}

export interface DeskState {
  /** `doneAt` is remembered over restarts. */
  readonly exchange: ExchangeState;
  readonly journal: Tally;
  /** Whether what the server says it holds is what is here; an assessment that was never compared is not in it. */
  readonly receipts: ReadonlyMap<AssessmentId, boolean>;
  /** In how many places of this device everything unsent is kept. */
  readonly copies: 0 | 1 | 2;
  /** Files of colleagues that wait for a network. */
  readonly carried: number;
  readonly files: FilesState;
  /** Units that the person has no more. */
  readonly departed: readonly DepartedUnit[];
}

export interface DeskDeps {
  readonly store: FieldStore;
  readonly server: FieldServer;
  readonly clockwork: Clockwork;
  readonly newChangeId: () => ChangeId;
  /** Whose desk it is. */
  readonly me: PersonId;
  readonly alone: Alone;
  /** Undefined where files stay on the device. They have a turn of their own: answers of another tab do not wait for them. */
  readonly files?: { readonly send: SendFiles; readonly alone: Alone };
  /** Lets go of what the server has and nobody needs here; a script of its own. */
  readonly letGo?: (store: FieldStore, now: Date) => Promise<void>;
}

const STAY_HERE = {
  send: async (): Promise<Ending> => await Promise.resolve({ kind: 'done' }),
  alone: async (_: boolean, work: () => Promise<Ending>) => await work(),
};

/** Milliseconds until a tap is surely painted, and until a page that was opened stands still. */
const PAINTED = 40;
const SETTLED = 1_500;
/** How often it is looked what may leave the device. */
const LOOK_THROUGH = 6 * 60 * 60_000;

export function fieldDesk(deskDeps: DeskDeps): FieldDesk {
  const { store, server, clockwork, newChangeId, me, alone } = deskDeps;
  const opened = new Map<AssessmentId, Promise<OpenAssessment | undefined>>();
  const onScreen = new Set<OpenAssessment>();
  const listeners = new Set<() => void>();
  const receipts = receiptsBook();
  const now = (): Date => new Date(clockwork.now());
  const loop = exchangeLoop(async (insist) => await alone(insist, exchangeOnce), clockwork, announce);
  const files = filesDesk({
    store,
    clockwork,
    ...(deskDeps.files ?? STAY_HERE),
    cellsOf: async (id) => (await open(id))?.cells(),
    opened: (id) => onScreenAt(id)?.cells(),
    changed: announce,
  });
  let journal = NO_TALLY;
  let carried = 0;
  let departed: readonly DepartedUnit[] = [];
  let doneBefore: number | undefined;
  let triedAgain = false;
  let lookedAt: number | undefined;
  let closed = false;
  let state: DeskState = stateNow();

  function stateNow(): DeskState {
    const { doneAt, ...working } = loop.state();
    // Another tab may have exchanged since.
    const standing = { ...working, doneAt: doneBefore ?? doneAt };
    return {
      exchange: standing,
      journal,
      receipts: receipts.verdicts(),
      copies: store.copies(),
      carried,
      files: files.state(),
      departed,
    };
  }

  function announce(): void {
    state = stateNow();
    for (const listener of listeners) listener();
  }

  async function exchangeOnce(): Promise<Ending> {
    if (!triedAgain) {
      // App or server may be newer than when the server could not read them.
      const unread = (await store.journal()).filter(
        ({ fate }) => fate.kind === 'refused' && fate.reason === 'not-understood',
      );
      if (unread.length > 0) await store.sendAgain(unread.map(({ change }) => change.id));
      triedAgain = true;
    }
    const ending = await exchange(store, server, refresh, receipts, now);
    if (ending.kind !== 'done') return ending;
    files.wake('change');
    await lookThrough();
    return ending;
  }

  /** What may leave the device, while no other tab exchanges. */
  async function lookThrough(): Promise<void> {
    if (lookedAt !== undefined && Math.abs(clockwork.now() - lookedAt) < LOOK_THROUGH) return;
    lookedAt = clockwork.now();
    // Room and tidiness are no reason for an exchange to fail.
    await deskDeps.letGo?.(store, now()).catch(() => undefined);
    await files.count();
  }

  function underWay(): readonly Edit[] {
    return [...onScreen].flatMap((assessment) => assessment.underWay());
  }

  async function tally(): Promise<void> {
    const before = underWay();
    const entries = await store.journal();
    // Both: what was kept since may not have been read yet, and what was entered since is not kept.
    const both = new Map([...before, ...underWay()].map((edit) => [edit.id, edit]));
    const unkept = [...onScreen].reduce((sum, assessment) => sum + assessment.unkept(), 0);
    journal = tallyOf(entries, journal.revision + 1, { underWay: [...both.values()], unkept });
    await files.count();
  }

  let refreshing = Promise.resolve();

  /** What is on the screen takes over what the store holds now. One after the other, never older. */
  async function refresh(): Promise<void> {
    refreshing = refreshing.then(readAnew, readAnew);
    await refreshing;
  }

  async function readAnew(): Promise<void> {
    const [entries, headers, brought] = [await store.journal(), await store.assessments(), await store.carried()];
    for (const assessment of onScreen) {
      const header = headers.find(({ id }) => id === assessment.id);
      if (header === undefined) continue;
      const cells = await store.cells(header.id);
      assessment.reload({ header, cells, journal: entries, carried: carriedEdits(brought) });
    }
    carried = brought.filter(({ deliveredAt }) => deliveredAt === null).length;
    departed = await store.departed();
    const noted = Date.parse((await store.note('exchanged-at')) ?? '');
    doneBefore = Number.isNaN(noted) ? undefined : noted;
    await tally();
  }

  async function load(id: AssessmentId): Promise<OpenAssessment | undefined> {
    const header = (await store.assessments()).find((candidate) => candidate.id === id);
    const reference = header?.period.instrument;
    const instrument = reference === undefined ? undefined : await store.instrument(reference.id, reference.version);
    if (header === undefined || instrument === undefined) return undefined;
    const deps = {
      store,
      newChangeId,
      me,
      now,
      entering: (edit: Edit) => {
        journal = withOneMore(journal, edit);
        announce();
      },
      entered: () => {
        void tally().catch(() => undefined);
        loop.wake('change');
      },
      soon: (call: () => void) => void clockwork.after(PAINTED, call),
      again: (failures: number, call: () => void) => {
        clockwork.after(backOff(failures, clockwork.chance()), () => {
          if (!closed) call();
        });
      },
    };
    // In this order: what goes out meanwhile is in the cells then.
    const [entries, cells, drafts] = [await store.journal(), await store.cells(id), await store.drafts(id)];
    const brought = carriedEdits(await store.carried());
    const assessment = openAssessment(deps, { header, instrument, cells, journal: entries, drafts, carried: brought });
    onScreen.add(assessment);
    return assessment;
  }

  async function open(id: AssessmentId): Promise<OpenAssessment | undefined> {
    const opening = opened.get(id) ?? load(id);
    opened.set(id, opening);
    const assessment = await opening.catch(() => undefined);
    if (assessment === undefined) opened.delete(id);
    return assessment;
  }

  function onScreenAt(id: string): OpenAssessment | undefined {
    return [...onScreen].find((assessment) => assessment.id === id);
  }

  /** What the device could not keep is tried again along with everything else. */
  function retry(): void {
    for (const assessment of onScreen) assessment.retry();
  }

  async function close(): Promise<void> {
    closed = true;
    loop.pause();
    files.pause();
    await arrived();
    retry();
    for (const assessment of onScreen) await assessment.atRest();
    letUpdate();
    store.close();
  }

  async function compare(): Promise<void> {
    await receipts.compare(store);
    announce();
  }

  const letUpdate = holdUpdatesWhile(() => [...onScreen].some((assessment) => assessment.isPending()));
  // Nothing of this holds up the first screen; whatever fails is read with the next exchange.
  store.onOtherTab(() => void refresh().catch(() => undefined));
  void refresh().catch(() => undefined);
  clockwork.after(SETTLED, () => void compare().catch(() => undefined));

  return {
    me,
    store,
    loop: {
      ...loop,
      wake: (why) => {
        if (why === 'back') {
          retry();
          files.wake(why);
        }
        loop.wake(why);
      },
      pause: () => {
        loop.pause();
        files.pause();
      },
      flush: async () => {
        retry();
        return await loop.flush();
      },
    },
    wakeFiles: () => files.wake('back'),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    opened: onScreenAt,
    take: async (view) => {
      await store.takePull({ assessments: [view], whole: [], gone: [], taken: [], covered: [] });
      await receipts.compare(store);
      await refresh();
    },
    sendAgain: async (refused) => {
      await sendAgain(store, newChangeId, refused.filter(mayBeSentAgain));
      await refresh();
      return await loop.flush();
    },
    refresh,
    close,
  };
}
