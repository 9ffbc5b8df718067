import type { RankEntry } from '@patuh/shared/scoring/rankings';

/** Best and worst rank of each scored entry, found by trying every score the others could have. */
export function oracleRanks(entries: readonly RankEntry[]): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const scores of everyAssignment(entries)) {
    for (const [index, { code, score }] of entries.entries()) {
      if (score === null) continue;
      const rank = scores.filter((other) => other > (scores[index] ?? 0)).length + 1;
      const [best, worst] = found.get(code) ?? [rank, rank];
      found.set(code, [Math.min(best, rank), Math.max(worst, rank)]);
    }
  }
  return found;
}

function everyAssignment(entries: readonly RankEntry[]): readonly (readonly number[])[] {
  return entries.reduce<readonly (readonly number[])[]>(
    (assignments, entry) => {
      const possible =
        entry.score === null
          ? Array.from({ length: entry.highest - entry.lowest + 1 }, (_, step) => entry.lowest + step)
          : [entry.score];
      return assignments.flatMap((scores) => possible.map((score) => [...scores, score]));
    },
    [[]],
  );
}
