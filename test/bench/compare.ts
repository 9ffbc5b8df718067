/** One line of `npm run bench`: how long, how long the baseline took in the same run, and how many times as long. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
}

interface Contest {
  readonly name: string;
  /** What one pass is called and how many of it one call does. */
  readonly unit: string;
  readonly perCall: number;
  readonly ours: () => number;
  readonly baseline: () => number;
}

const ROUNDS = 5;
const WARM_UPS = 3;

/** Ours and the baseline in turn, five rounds after warming up; medians, and the median of the five ratios. */
export function compare({ name, unit, perCall, ours, baseline }: Contest): BenchLine {
  for (let round = 0; round < WARM_UPS; round += 1) {
    baseline();
    ours();
  }
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bare = millisecondsOf(baseline);
    return { bare, own: millisecondsOf(ours) };
  });
  return {
    name,
    value: round3(median(rounds.map(({ own }) => own)) / perCall),
    unit,
    baseline: round3(median(rounds.map(({ bare }) => bare)) / perCall),
    ratio: round3(median(rounds.map(({ own, bare }) => own / bare))),
  };
}

function millisecondsOf(work: () => number): number {
  const from = performance.now();
  // The result is looked at, so that the work cannot be optimised away.
  if (!Number.isFinite(work())) throw new RangeError('A measured run came to no figure');
  return performance.now() - from;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
