import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { JournalEntry } from './field-store.ts';

/** How many own changes are where. */
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

export function tallyOf(entries: readonly JournalEntry[], unkept: number, revision: number): Tally {
  const waitingAt = new Map<AssessmentId, number>();
  const sinceAt = new Map<AssessmentId, string>();
  const waiting = entries.filter(({ fate }) => fate.kind === 'waiting');
  let since: string | undefined;
  for (const { change } of waiting) {
    const { assessmentId, madeAt } = change;
    waitingAt.set(assessmentId, (waitingAt.get(assessmentId) ?? 0) + 1);
    sinceAt.set(assessmentId, earlier(sinceAt.get(assessmentId), madeAt));
    since = earlier(since, madeAt);
  }
  const refused = entries.filter(({ fate }) => fate.kind === 'refused');
  return { waiting: waiting.length, waitingAt, since, sinceAt, refused, unkept, revision };
}

function earlier(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
