import type { Hundredths } from '../domain/points.ts';

/** A government in one list: with its score, or known only by the scores its band or zone allows. */
export type RankEntry =
  | { readonly code: string; readonly score: Hundredths }
  | { readonly code: string; readonly score: null; readonly lowest: Hundredths; readonly highest: Hundredths };

/** At most one of the two is set; a government without a score has neither. */
export interface Ranked {
  readonly code: string;
  readonly rank: number | null;
  /** Best and worst rank possible, where a government without a score could stand before or behind. */
  readonly rankRange: readonly [best: number, worst: number] | null;
}

/**
 * Competition ranks (1, 2, 2, 4), in the order of the entries. A score gets a rank only if it is certain whatever the
 * governments without a score really scored, else the range. The list must be complete: a missing row makes every rank
 * uncertain, so the caller asks for none.
 */
export function rankAll(entries: readonly RankEntry[]): readonly Ranked[] {
  const scores: number[] = [];
  const [lowest, highest]: [number[], number[]] = [[], []];
  for (const entry of entries) {
    if (entry.score !== null) scores.push(entry.score);
    else {
      lowest.push(entry.lowest);
      highest.push(entry.highest);
    }
  }
  for (const list of [scores, lowest, highest]) list.sort((a, b) => a - b);
  return entries.map(({ code, score }) => {
    if (score === null) return { code, rank: null, rankRange: null };
    const before = 1 + above(scores, score);
    const best = before + above(lowest, score);
    const worst = before + above(highest, score);
    return best === worst ? { code, rank: best, rankRange: null } : { code, rank: null, rankRange: [best, worst] };
  });
}

/** How many of the ascending numbers are greater. */
function above(ascending: readonly number[], than: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) > than) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}
