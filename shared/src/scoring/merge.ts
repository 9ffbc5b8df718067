import type { MergeRule } from '../domain/instrument.ts';
import { assertNever } from '../domain/assert-never.ts';
import { type Collected, NOT_APPLICABLE } from './collect.ts';
import type { PlannedIndicator, ScoringPlan } from './compile.ts';
import type { MergedIndicator } from './outcome.ts';
import type { Asked } from './subjects.ts';

/** Merged levels by index of the indicator; `counts` 0 where it is not applicable or not asked here. */
export interface Levels {
  readonly sums: number[];
  readonly counts: number[];
}

export function noLevels(plan: ScoringPlan): Levels {
  return { sums: plan.indicators.map(() => 0), counts: plan.indicators.map(() => 0) };
}

/**
 * The answers of several subjects become one merged level `sum / n`: their mean, the lowest, or the one of the highest
 * number. A subject for whom the indicator is not applicable drops out; if that is all of them, so does the indicator.
 */
export function mergeLevels(plan: ScoringPlan, asked: Asked, { cells }: Collected): Levels {
  const levels = noLevels(plan);
  for (const { index, kindIndex, indicator } of plan.indicators) {
    const from = asked.offsets[index] ?? 0;
    const to = from + (asked.numbers[kindIndex]?.length ?? 0);
    mergeInto(levels, index, { cells, from, to, rule: indicator.merge });
  }
  return levels;
}

interface Run {
  readonly cells: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly rule: MergeRule;
}

function mergeInto({ sums, counts }: Levels, index: number, { cells, from, to, rule }: Run): void {
  let [sum, n, lowest, latest] = [0, 0, NOT_APPLICABLE, 0];
  for (let cell = from; cell < to; cell += 1) {
    const mark = cells[cell] ?? NOT_APPLICABLE;
    if (mark === NOT_APPLICABLE) continue;
    latest = mark - 1;
    sum += latest;
    n += 1;
    if (latest < lowest) lowest = latest;
  }
  if (n === 0) return;
  switch (rule) {
    case 'mean':
      sums[index] = sum;
      counts[index] = n;
      return;
    case 'minimum':
    case 'latest':
      sums[index] = rule === 'minimum' ? lowest : latest;
      counts[index] = 1;
      return;
    default:
      assertNever(rule);
  }
}

/** The merged levels as they are published and explained, for the indicators asked here, in the order of the tree. */
export function mergedIndicators(
  plan: ScoringPlan,
  asked: Asked,
  { levels, collected }: { readonly levels: Levels; readonly collected: Collected },
): readonly MergedIndicator[] {
  const merged: MergedIndicator[] = [];
  for (const planned of plan.indicators) {
    const { index, kindIndex, indicator } = planned;
    const subjects = asked.numbers[kindIndex]?.length ?? 0;
    if (subjects === 0) continue;
    const n = levels.counts[index] ?? 0;
    if (n > 0) merged.push({ kind: 'merged', indicatorId: indicator.id, sum: levels.sums[index] ?? 0, n });
    else merged.push(notApplicable(planned, collected, { from: asked.offsets[index] ?? 0, subjects }));
  }
  return merged;
}

function notApplicable(
  { indicator }: PlannedIndicator,
  { reasons }: Collected,
  { from, subjects }: { readonly from: number; readonly subjects: number },
): MergedIndicator {
  const said = Array.from({ length: subjects }, (_, position) => reasons.get(from + position) ?? '');
  return { kind: 'not-applicable', indicatorId: indicator.id, reasons: [...new Set(said)] };
}
