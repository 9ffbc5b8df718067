/**
 * Krippendorff's alpha for levels: how far people who looked at the same thing agree beyond what chance gives.
 * K. Krippendorff, Content Analysis (4th ed., 2019), ch. 12, and “Computing Krippendorff's Alpha-Reliability” (2011), whose
 * examples are the tests. 1 is agreement in everything, 0 is chance; below 0 they disagree systematically.
 */

/** Levels that different people gave to one and the same thing; what was given once only says nothing about agreement. */
export type Ratings = readonly number[];

export type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * Undefined where nothing can be said: nothing was rated twice, or everybody gave everything the same level, so that there is
 * no difference on which they could have disagreed.
 */
export function alphaOf(things: readonly Ratings[], metric: Metric = 'ordinal'): number | undefined {
  const rated = things.filter((ratings) => ratings.length > 1);
  const levels = [...new Set(rated.flat())].toSorted((one, other) => one - other);
  const together = coincidences(rated, levels);
  const totals = together.map((row) => sum(row));
  const distance = distances(metric, levels, totals);
  let observed = 0;
  let expected = 0;
  for (const [one, row] of together.entries()) {
    for (const [other, count] of row.entries()) {
      const apart = distance(one, other);
      observed += count * apart;
      expected += (totals[one] ?? 0) * (totals[other] ?? 0) * apart;
    }
  }
  return expected === 0 ? undefined : 1 - ((sum(totals) - 1) * observed) / expected;
}

/** How often two levels stand together in one thing, each pair weighted by how many rated that thing. */
function coincidences(things: readonly Ratings[], levels: readonly number[]): readonly (readonly number[])[] {
  const place = new Map(levels.map((level, index) => [level, index]));
  const table = levels.map(() => levels.map(() => 0));
  for (const ratings of things) {
    for (const [one, level] of ratings.entries()) {
      const row = table[place.get(level) ?? -1];
      for (const [other, beside] of ratings.entries()) {
        const at = place.get(beside);
        if (one === other || row === undefined || at === undefined) continue;
        row[at] = (row[at] ?? 0) + 1 / (ratings.length - 1);
      }
    }
  }
  return table;
}

/** The squared distance of two levels, by their places in the sorted list. */
function distances(
  metric: Metric,
  levels: readonly number[],
  totals: readonly number[],
): (one: number, other: number) => number {
  switch (metric) {
    case 'nominal':
      return (one, other) => (one === other ? 0 : 1);
    case 'interval':
      return (one, other) => ((levels[one] ?? 0) - (levels[other] ?? 0)) ** 2;
    case 'ordinal': {
      const upTo = totals.reduce<readonly number[]>((sums, total) => [...sums, (sums.at(-1) ?? 0) + total], [0]);
      return (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const within = (upTo[high + 1] ?? 0) - (upTo[low] ?? 0);
        return (within - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
      };
    }
    default:
      return metric satisfies never;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
