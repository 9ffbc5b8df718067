import type { Edit } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { JournalEntry } from './field-store.ts';
import { refusedOf } from './send-again.ts';

/** How many own changes are where. What is on its way into the store waits too: it is not at the server either. */
export interface Tally {
  readonly waiting: number;
  readonly waitingAt: ReadonlyMap<AssessmentId, number>;
  /** When the oldest of those that wait was made, in all and by assessment; by the clock of the device. */
  readonly since: string | undefined;
  readonly sinceAt: ReadonlyMap<AssessmentId, string>;
  readonly refused: readonly JournalEntry[];
  /** On the screen and nowhere else, because the device could not keep it. */
  readonly unkept: number;
  /** Raised with every change of the store, so that lists know when to read anew. */
  readonly revision: number;
}

export const NO_TALLY: Tally = {
  waiting: 0,
  waitingAt: new Map(),
  since: undefined,
  sinceAt: new Map(),
  refused: [],
  unkept: 0,
  revision: 0,
};

export function tallyOf(
  entries: readonly JournalEntry[],
  revision: number,
  beside: { readonly underWay: readonly Edit[]; readonly unkept: number },
): Tally {
  const waitingAt = new Map<AssessmentId, number>();
  const sinceAt = new Map<AssessmentId, string>();
  let [waiting, since]: [number, string | undefined] = [0, undefined];
  const kept = new Set(entries.map(({ change }) => change.id));
  const waits = entries.flatMap(({ change, fate }) => (fate.kind === 'waiting' ? [change] : []));
  for (const { assessmentId, madeAt } of [...waits, ...beside.underWay.filter(({ id }) => !kept.has(id))]) {
    waiting += 1;
    waitingAt.set(assessmentId, (waitingAt.get(assessmentId) ?? 0) + 1);
    sinceAt.set(assessmentId, earlier(sinceAt.get(assessmentId), madeAt));
    since = earlier(since, madeAt);
  }
  const refused = refusedOf(entries);
  return { waiting, waitingAt, since, sinceAt, refused, unkept: beside.unkept, revision };
}

/** With one more that was entered just now; the store has not changed. */
export function withOneMore(tally: Tally, { assessmentId, madeAt }: Edit): Tally {
  const { waiting, waitingAt, since, sinceAt } = tally;
  return {
    ...tally,
    waiting: waiting + 1,
    waitingAt: new Map(waitingAt).set(assessmentId, (waitingAt.get(assessmentId) ?? 0) + 1),
    since: earlier(since, madeAt),
    sinceAt: new Map(sinceAt).set(assessmentId, earlier(sinceAt.get(assessmentId), madeAt)),
  };
}

function earlier(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
