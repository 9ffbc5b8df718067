import type { Parameters } from 'fast-check';

/**
 * How hard the faults are tried: `FAULTS=long` tries ten times as many, and `SEED=…` the same ones as a run that failed
 * (its seed stands in its output).
 */
const TIMES = process.env['FAULTS'] === 'long' ? 10 : 1;

/** From which all chance of this run comes. */
export const SEED = seedOf(process.env['SEED']);

function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return Date.now() % 2 ** 31;
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`SEED is not a whole number: ${text}`);
  return seed;
}

/** So many in a short run, ten times as many in a long one. */
export function many(inShortRun: number): number {
  return inShortRun * TIMES;
}

/** For how long a test of faults may take, in milliseconds: to notice one that hangs. */
export const PATIENCE = 120_000 * TIMES;

/** For `fc.assert`: that many runs in a short one, from the seed of this run. */
export function tries<Value>(inShortRun: number): Parameters<Value> {
  return { seed: SEED, numRuns: many(inShortRun) };
}

/** Chance that a seed decides: in [0, 1), the same numbers for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = Math.trunc(seed);
  return () => {
    // mulberry32
    state = Math.trunc(state + 0x6d_2b_79_f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What was tried, by the name of the fault. */
export class FaultCount {
  readonly #counts = new Map<string, number>();

  add(fault: string, times = 1): void {
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + times);
  }

  /** One line at the end of a file: what was tried and what was lost. */
  say(name: string, lost: number): void {
    const tried = [...this.#counts].toSorted(([a], [b]) => a.localeCompare(b));
    const sum = tried.reduce((total, [, count]) => total + count, 0);
    const parts = tried.map(([fault, count]) => `${count} ${fault}`).join(', ');
    process.stdout.write(`${name}: ${sum} faults (${parts}); lost: ${lost}; SEED=${SEED}\n`);
  }
}
