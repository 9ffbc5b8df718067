import type { Answer } from '../domain/answer.ts';
import type { Hundredths } from '../domain/points.ts';
import { collect, missingAnswers } from './collect.ts';
import { composedPoints } from './compose.ts';
import type { ScoringPlan } from './compile.ts';
import { type Levels, mergeLevels, mergedIndicators } from './merge.ts';
import type {
  GovernmentMissing,
  GovernmentProblem,
  GovernmentScore,
  MergedIndicator,
  UnitInRollUp,
  UnitScore,
} from './outcome.ts';
import { inOneOrder } from './problem-order.ts';
import { readMerged } from './recompute.ts';
import { meanHalfUp, roundPoints } from './rounding.ts';
import { askedOfGovernment } from './subjects.ts';

/** A unit of the period: with its result, or left out with the reason. */
export type GovernmentUnit =
  | { readonly kind: 'assessed'; readonly unitId: string; readonly result: UnitScore }
  | { readonly kind: 'not-assessed'; readonly unitId: string; readonly reason: string };

export interface GovernmentInput {
  readonly units: readonly GovernmentUnit[];
  /** Answers given once for the whole government; empty where the instrument asks none. */
  readonly answers: readonly Answer[];
}

/**
 * Mean of the units' rounded scores (each once, or as often as it has observed products), composed with what is answered
 * for the whole government, rounded half up once. Units not assessed are left out and listed; one incomplete unit makes
 * the government incomplete.
 */
export function scoreGovernment(plan: ScoringPlan, { units, answers }: GovernmentInput): GovernmentScore {
  const asked = askedOfGovernment(plan);
  const collected = collect(plan, asked, answers);
  const problems = [...unitProblems(units), ...collected.problems];
  if (problems.length > 0) return { kind: 'invalid', problems: inOneOrder(problems) };

  const sorted = units.toSorted((a, b) => byText(a.unitId, b.unitId));
  const notAssessed = sorted.flatMap((unit) =>
    unit.kind === 'not-assessed' ? [{ unitId: unit.unitId, reason: unit.reason }] : [],
  );
  const scored = scoredUnits(plan, sorted);
  const missing = [...unitsMissing(sorted, scored), ...missingAnswers(plan, asked, collected)];
  if (missing.length > 0) return { kind: 'incomplete', missing, notAssessed };

  const levels = mergeLevels(plan, asked, collected);
  const indicators = mergedIndicators(plan, asked, { levels, collected });
  return { kind: 'scored', score: rollUp(plan, scored, levels), units: scored, notAssessed, indicators };
}

/** The government's score from published unit scores and merged levels: what "recompute" means at this level. */
export function rollUpUnits(
  plan: ScoringPlan,
  units: readonly UnitInRollUp[],
  indicators: readonly MergedIndicator[] = [],
): GovernmentScore {
  const { levels, missing, problems } = readMerged(plan, indicators, ({ subject }) => subject === 'government');
  const wrong = [...problems, ...duplicates(units), ...wrongWeights(units)];
  if (wrong.length > 0) return { kind: 'invalid', problems: inOneOrder(wrong) };
  const weighs = units.some(({ weight }) => weight > 0);
  const lacking: readonly GovernmentMissing[] = weighs ? missing : [{ kind: 'no-units' }, ...missing];
  if (lacking.length > 0) return { kind: 'incomplete', missing: lacking, notAssessed: [] };
  const sorted = units.toSorted((a, b) => byText(a.unitId, b.unitId));
  return { kind: 'scored', score: rollUp(plan, sorted, levels), units: sorted, notAssessed: [], indicators };
}

function rollUp(plan: ScoringPlan, units: readonly UnitInRollUp[], levels: Levels): Hundredths {
  const composed = plan.indicators.some(({ indicator }) => indicator.subject === 'government');
  return composed ? roundPoints(composedPoints(plan, units, levels)) : meanHalfUp(units);
}

function scoredUnits(plan: ScoringPlan, units: readonly GovernmentUnit[]): readonly UnitInRollUp[] {
  const byProducts = plan.instrument.rules.rollUp.unitWeight === 'products';
  return units.flatMap((unit): UnitInRollUp[] => {
    if (unit.kind === 'not-assessed' || unit.result.kind !== 'scored') return [];
    const { score, merged } = unit.result;
    return [{ unitId: unit.unitId, score, weight: byProducts ? merged.products : 1 }];
  });
}

function unitsMissing(units: readonly GovernmentUnit[], scored: readonly UnitInRollUp[]): readonly GovernmentMissing[] {
  const incomplete = units.flatMap((unit): GovernmentMissing[] => {
    if (unit.kind === 'not-assessed' || unit.result.kind !== 'incomplete') return [];
    return [{ kind: 'unit', unitId: unit.unitId, missing: unit.result.missing }];
  });
  if (incomplete.length > 0) return incomplete;
  return scored.some(({ weight }) => weight > 0) ? [] : [{ kind: 'no-units' }];
}

function unitProblems(units: readonly GovernmentUnit[]): readonly GovernmentProblem[] {
  const invalid = units.flatMap((unit): GovernmentProblem[] => {
    if (unit.kind === 'not-assessed' || unit.result.kind !== 'invalid') return [];
    return [{ kind: 'unit', unitId: unit.unitId, problems: unit.result.problems }];
  });
  return [...invalid, ...duplicates(units)];
}

function wrongWeights(units: readonly UnitInRollUp[]): readonly GovernmentProblem[] {
  return units
    .filter(({ weight }) => !Number.isSafeInteger(weight) || weight < 0)
    .map(({ unitId, weight }) => ({ kind: 'unit-weight', unitId, weight }));
}

function duplicates(units: readonly { readonly unitId: string }[]): readonly GovernmentProblem[] {
  const seen = new Set<string>();
  return units.flatMap(({ unitId }): GovernmentProblem[] => {
    if (seen.has(unitId)) return [{ kind: 'duplicate-unit', unitId }];
    seen.add(unitId);
    return [];
  });
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
