/** Wrong PINs: after five one waits, ever longer and never for good. Nothing is wiped. */
export interface Tries {
  readonly wrong: number;
  /** Of the last one, by the clock of the device. */
  readonly at: number;
}

export const NO_TRIES: Tries = { wrong: 0, at: 0 };

/** So many wrong ones are a slip of the fingers. */
export const FREE_TRIES = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

export function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT);
}

/**
 * A clock that was set back must neither shorten the wait nor stretch it over years: the wait begins anew by the clock
 * there is now.
 */
export function byClock(tries: Tries, now: number): Tries {
  return now < tries.at ? { ...tries, at: now } : tries;
}

/** Milliseconds until the next try; the tries are those `byClock`. */
export function waitLeft({ wrong, at }: Tries, now: number): number {
  return Math.max(0, at + waitAfter(wrong) - now);
}

/** Counted before it is looked at, so that nobody gains a try by ending the app in between. */
export function counted({ wrong }: Tries, now: number): Tries {
  return { wrong: wrong + 1, at: now };
}
