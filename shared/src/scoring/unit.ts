import type { Answer, Subject } from '../domain/answer.ts';
import type { UnitKind } from '../domain/instrument.ts';
import type { Hundredths } from '../domain/points.ts';
import { collect, missingAnswers } from './collect.ts';
import type { ScoringPlan } from './compile.ts';
import { type Levels, mergeLevels, mergedIndicators } from './merge.ts';
import type { InputProblem, MergedUnit, UnitScore } from './outcome.ts';
import { inOneOrder } from './problem-order.ts';
import { readMerged } from './recompute.ts';
import { scoreOf } from './share.ts';
import { productsOf, subjectFlags, tooFewSubjects } from './subject-counts.ts';
import { askedOfUnit } from './subjects.ts';

/** One unit in one period: whom the assessors found there, and all answers. */
export interface UnitInput {
  readonly unitKind: UnitKind;
  readonly subjects: readonly Subject[];
  readonly answers: readonly Answer[];
}

/**
 * The unit's score: Σ indicator × effective weight, rounded half up to two decimals once. `incomplete` lists every
 * missing answer and every kind of subject below its minimum; `invalid` lists every answer or subject that cannot be.
 */
export function scoreUnit(plan: ScoringPlan, unit: UnitInput): UnitScore {
  const asked = askedOfUnit(plan, unit.subjects);
  if (asked.problems.length > 0) return invalid(asked.problems);
  const collected = collect(plan, asked, unit.answers);
  if (collected.problems.length > 0) return invalid(collected.problems);

  const flags = subjectFlags(plan, asked, unit.unitKind);
  const missing = [...tooFewSubjects(plan, asked), ...missingAnswers(plan, asked, collected)];
  if (missing.length > 0) return { kind: 'incomplete', missing, flags };

  const levels = mergeLevels(plan, asked, collected);
  const score = scoreLevels(plan, levels);
  if (score === undefined) return { kind: 'incomplete', missing: [{ kind: 'nothing-applicable' }], flags };
  const indicators = mergedIndicators(plan, asked, { levels, collected });
  return { kind: 'scored', score, merged: { products: productsOf(asked), indicators }, flags };
}

/** The same score from merged levels alone, as a publication carries them: what "recompute" means. No flags. */
export function scoreMergedUnit(plan: ScoringPlan, merged: MergedUnit): UnitScore {
  const { levels, missing, problems } = readMerged(plan, merged.indicators, ({ subject }) => subject !== 'government');
  if (!Number.isInteger(merged.products) || merged.products < 0) {
    return invalid([...problems, { kind: 'products', products: merged.products }]);
  }
  if (problems.length > 0) return invalid(problems);
  if (missing.length > 0) return { kind: 'incomplete', missing, flags: [] };
  const score = scoreLevels(plan, levels);
  if (score === undefined) return { kind: 'incomplete', missing: [{ kind: 'nothing-applicable' }], flags: [] };
  return { kind: 'scored', score, merged, flags: [] };
}

function scoreLevels(plan: ScoringPlan, levels: Levels): Hundredths | undefined {
  const left: number[] = [];
  let counted = 0;
  for (const { index, indicator } of plan.indicators) {
    if (indicator.subject === 'government') continue;
    if (levels.counts[index] === 0) left.push(index);
    else counted += 1;
  }
  return counted === 0 ? undefined : scoreOf(plan.unitWeights(left), levels);
}

function invalid(problems: readonly InputProblem[]): UnitScore {
  return { kind: 'invalid', problems: inOneOrder(problems) };
}
