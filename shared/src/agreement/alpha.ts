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
  const { patterns, patternOf } = patternsOf(things);
  const counts = patterns.map(() => 0);
  for (const pattern of patternOf) counts[pattern] = (counts[pattern] ?? 0) + 1;
  return alphaOfPatterns(patterns, counts, metric);
}

/** Things that were rated at least twice, as the few ways in which they were: most things are rated like some other. */
export interface Patterns {
  readonly patterns: readonly Ratings[];
  /** Of each thing, its place among the patterns. */
  readonly patternOf: readonly number[];
}

export function patternsOf(things: readonly Ratings[]): Patterns {
  const places = new Map<string, number>();
  const patterns: Ratings[] = [];
  const patternOf = things
    .filter((ratings) => ratings.length > 1)
    .map((ratings) => {
      const sorted = ratings.toSorted((one, other) => one - other);
      const key = sorted.join(' ');
      const known = places.get(key) ?? patterns.push(sorted) - 1;
      places.set(key, known);
      return known;
    });
  return { patterns, patternOf };
}

/** Alpha of things that were rated in these ways, each so often. */
export function alphaOfPatterns(
  patterns: readonly Ratings[],
  counts: readonly number[],
  metric: Metric,
): number | undefined {
  const levels = [...new Set(patterns.flat())].toSorted((one, other) => one - other);
  const together = coincidences(patterns, counts, levels);
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
function coincidences(
  patterns: readonly Ratings[],
  counts: readonly number[],
  levels: readonly number[],
): readonly (readonly number[])[] {
  const place = new Map(levels.map((level, index) => [level, index]));
  const table = levels.map(() => levels.map(() => 0));
  for (const [at, ratings] of patterns.entries()) {
    const weight = (counts[at] ?? 0) / (ratings.length - 1);
    for (const [one, level] of ratings.entries()) {
      const row = table[place.get(level) ?? -1];
      for (const [other, beside] of ratings.entries()) {
        const column = place.get(beside);
        if (one === other || row === undefined || column === undefined) continue;
        row[column] = (row[column] ?? 0) + weight;
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
      return (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const ends = (totals[low] ?? 0) + (totals[high] ?? 0);
        return (sum(totals.slice(low, high + 1)) - ends / 2) ** 2;
      };
    }
    default:
      return metric satisfies never;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
