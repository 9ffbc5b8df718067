import type { Indicator } from '../domain/instrument.ts';
import type { ScoringPlan } from './compile.ts';
import { type Levels, noLevels } from './merge.ts';
import type { AnswerProblem, MergedIndicator, Missing } from './outcome.ts';

/** Merged levels read back, in any order, for the indicators that belong to this scope. */
export function readMerged(
  plan: ScoringPlan,
  merged: readonly MergedIndicator[],
  belongs: (indicator: Indicator) => boolean,
): { readonly levels: Levels; readonly missing: readonly Missing[]; readonly problems: readonly AnswerProblem[] } {
  const levels = noLevels(plan);
  const seen = new Set<string>();
  const problems: AnswerProblem[] = [];
  for (const entry of merged) {
    const planned = plan.byId.get(entry.indicatorId);
    if (planned === undefined || !belongs(planned.indicator) || seen.has(entry.indicatorId)) {
      problems.push({ kind: 'unknown-indicator', indicatorId: entry.indicatorId });
      continue;
    }
    seen.add(entry.indicatorId);
    problems.push(...mergedProblems(planned.indicator, entry));
    if (entry.kind === 'not-applicable') continue;
    levels.sums[planned.index] = entry.sum;
    levels.counts[planned.index] = entry.n;
  }
  const missing = plan.indicators
    .filter(({ indicator }) => belongs(indicator) && !seen.has(indicator.id))
    .map(({ indicator }): Missing => ({ kind: 'indicator', indicatorId: indicator.id }));
  return { levels, missing, problems };
}

function mergedProblems(indicator: Indicator, entry: MergedIndicator): readonly AnswerProblem[] {
  const { id: indicatorId, maximum, subject } = indicator;
  if (entry.kind === 'not-applicable') {
    if (indicator.notApplicable) return [];
    const ref = subject === 'unit' || subject === 'government' ? { kind: subject } : { kind: subject, number: 1 };
    return [{ kind: 'not-applicable-refused', indicatorId, subject: ref }];
  }
  const { sum, n } = entry;
  const single = subject === 'unit' || subject === 'government' || indicator.merge !== 'mean';
  const right = Number.isInteger(sum) && Number.isInteger(n) && n >= 1 && sum >= 0 && sum <= n * maximum;
  return right && (!single || n === 1) ? [] : [{ kind: 'merged', indicatorId, sum, n, maximum }];
}
