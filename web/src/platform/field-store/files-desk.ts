import type { Cell } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Ending } from './exchange.ts';
import { type Clockwork, exchangeLoop, type ExchangeLoop } from './exchange-loop.ts';
import type { FieldStore } from './field-store.ts';
import { fileKey, type FileRow } from './file-shelf.ts';
import { type FilesAt, filesAt, filesLeft, namedWith, NO_FILES, rowsOf, takenHere, toSend } from './files-standing.ts';
import { sameValue } from './same-value.ts';

/** How files of evidence are sent, and how they stand. */
export interface FilesDesk {
  readonly pause: () => void;
  readonly state: () => FilesState;
  /** Counts anew what stands where. */
  readonly count: () => Promise<void>;
  /** Goes on where something waits. */
  readonly wake: ExchangeLoop['wake'];
}

export interface FilesState {
  /** Everything of this device, oldest first. */
  readonly rows: readonly FileRow[];
  readonly at: ReadonlyMap<AssessmentId, FilesAt>;
  /** Hashes of files that were taken on this device. */
  readonly fromHere: ReadonlySet<string>;
  /** What is under way: the how manieth of how many, and how much of it; undefined while nothing is. */
  readonly sending: Sending | undefined;
  /** How the last attempt ended. */
  readonly ending: Ending | undefined;
}

export interface Sending {
  readonly number: number;
  readonly of: number;
  /** 0 … 100. */
  readonly percent: number;
}

/** What brings files to the server; a script of its own. */
export type SendFiles = (job: SendingJob) => Promise<Ending>;

export interface SendingJob {
  readonly store: FieldStore;
  /** Oldest first; asked again after each file. */
  readonly waiting: () => Promise<readonly FileRow[]>;
  /** Answers go first: asked before each part of a file. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly progress: (sending: Sending | undefined) => void;
  /** Something became of a file. */
  readonly told: () => Promise<void>;
  readonly now: () => Date;
}

interface FilesDeps {
  readonly store: FieldStore;
  readonly send: SendFiles;
  readonly alone: (insist: boolean, work: () => Promise<Ending>) => Promise<Ending | undefined>;
  readonly clockwork: Clockwork;
  /** Values of a unit with one’s own unsent ones; undefined where it is not open. */
  readonly cellsOf: (id: AssessmentId) => Promise<readonly Cell[] | undefined>;
  readonly opened: (id: AssessmentId) => readonly Cell[] | undefined;
  readonly changed: () => void;
}

export function filesDesk({ store, send, alone, clockwork, cellsOf, opened, changed }: FilesDeps): FilesDesk {
  let at: ReadonlyMap<AssessmentId, FilesAt> = new Map();
  let shown: readonly FileRow[] = [];
  let fromHere: ReadonlySet<string> = new Set();
  let sending: Sending | undefined;
  let paused = false;
  const loop = exchangeLoop(async (insist) => await alone(insist, run), clockwork, changed);

  /** What was said to have arrived before this page was opened: the server may have come out of a backup since. */
  let saidBefore: ReadonlyMap<string, string> | undefined;

  /** What of that the server’s list does not show is offered once more; it costs a question. */
  async function allRows(): Promise<readonly FileRow[]> {
    const all = await store.files();
    saidBefore ??= new Map(all.flatMap((row) => (row.arrivedAt === null ? [] : [[fileKey(row), row.arrivedAt]])));
    return all.map((row) => (saidBefore?.get(fileKey(row)) === row.arrivedAt ? { ...row, arrivedAt: null } : row));
  }

  async function run(): Promise<Ending> {
    if ((await waiting()).length === 0 || !(await mayGoOn())) return { kind: 'done' };
    try {
      return await send({ store, waiting, mayGoOn, progress, told: count, now: () => new Date(clockwork.now()) });
    } finally {
      progress(undefined);
    }
  }

  async function waiting(): Promise<readonly FileRow[]> {
    const all = await allRows();
    if (all.every(({ arrivedAt }) => arrivedAt !== null)) return [];
    const [headers, journal] = [await store.assessments(), await store.journal()];
    // Of a unit that another team has now, everything goes that was taken while it was one’s own.
    const own = new Set(headers.map(({ id }) => id));
    const found = [
      ...toSend(
        all.filter(({ assessmentId }) => !own.has(assessmentId)),
        undefined,
        [],
      ),
    ];
    for (const { id, files } of headers) {
      const mine = rowsOf(all, id);
      if (mine.length === 0) continue;
      const cells = await cellsOf(id);
      found.push(...toSend(mine, cells === undefined ? undefined : namedWith(cells, journal, id), files));
    }
    const order = new Map(all.map((row, i) => [row, i]));
    return found.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }

  async function mayGoOn(): Promise<boolean> {
    return !paused && (await store.outbox(1)).length === 0;
  }

  function progress(now: Sending | undefined): void {
    if (sameValue(now, sending)) return;
    sending = now;
    changed();
  }

  async function count(): Promise<void> {
    shown = await allRows();
    const [kept, headers] = [await store.files(), await store.assessments()];
    const journal = await store.journal();
    fromHere = takenHere(journal);
    // The server says no more what it has of these; what it once said counts.
    const left = Map.groupBy(kept, ({ assessmentId }) => assessmentId);
    for (const { id } of headers) left.delete(id);
    const departed = [...left].map(([id, rows]) => [id, filesLeft(rows)] as const);
    at = new Map([
      ...departed.filter(([, { named }]) => named > 0),
      ...headers.map(({ id, files }): [AssessmentId, FilesAt] => {
        const mine = rowsOf(shown, id);
        const cells = opened(id);
        // What is not open yet counts what is known to be here.
        const hashes = cells === undefined ? new Set(mine.map(({ sha256 }) => sha256)) : namedWith(cells, journal, id);
        return [id, hashes.size === 0 ? NO_FILES : filesAt(hashes, files, mine, fromHere)];
      }),
    ]);
    changed();
  }

  return {
    pause: () => {
      paused = true;
      loop.pause();
    },
    wake: (why) => {
      if (why === 'back') paused = false;
      // Who comes back goes on, though nothing waits yet: what is taken later would find the loop paused.
      if (why === 'back' || [...at.values()].some(({ here }) => here > 0)) loop.wake(why);
    },
    state: () => ({ rows: shown, at, fromHere, sending, ending: loop.state().ending }),
    count,
  };
}
