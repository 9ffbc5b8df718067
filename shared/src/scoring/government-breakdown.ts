import type { Hundredths } from '../domain/points.ts';
import { type LineFigures, type NotApplicableLine, figures, roundingOf } from './breakdown.ts';
import { composedPoints, compositionOf, indicatorPoints, meanPoints } from './compose.ts';
import type { ScoringPlan } from './compile.ts';
import type { Levels } from './merge.ts';
import type { ScoredGovernment } from './outcome.ts';
import { type Fraction, ONE, rational, toFraction } from './rational.ts';
import { readMerged } from './recompute.ts';
import { roundPoints } from './rounding.ts';

/** One unit's part in the mean; `display` is its published score. */
export interface UnitLine extends LineFigures {
  readonly node: 'unit';
  readonly unitId: string;
  /** How often the unit counts: 1, or its observed products. */
  readonly counts: number;
}

/** All units together. */
export interface UnitsLine extends LineFigures {
  readonly node: 'units';
  readonly children: readonly UnitLine[];
  readonly rounding: number;
}

/** An indicator answered once for the whole government. */
export interface GovernmentIndicatorLine extends LineFigures {
  readonly node: 'government-indicator';
  readonly id: string;
  readonly name: string;
  readonly official: boolean;
  readonly maximum: number;
  readonly level: number;
}

export type GovernmentLine = UnitsLine | GovernmentIndicatorLine | NotApplicableLine;

export interface GovernmentBreakdown {
  readonly score: Hundredths;
  readonly exact: Fraction;
  /** The units first, then the indicators of the government in the order of the tree. */
  readonly lines: readonly GovernmentLine[];
  readonly rounding: number;
  readonly notAssessed: ScoredGovernment['notAssessed'];
}

/** The lines of a scored government: each unit with its part, and what is answered once for the government. */
export function explainGovernment(plan: ScoringPlan, government: ScoredGovernment): GovernmentBreakdown {
  const { levels } = readMerged(plan, government.indicators, ({ subject }) => subject === 'government');
  const exact = composedPoints(plan, government.units, levels);
  const score = roundPoints(exact);
  const lines = [unitsLine(plan, government, levels), ...ownLines(plan, government, levels)];
  const { notAssessed } = government;
  return { score, exact: toFraction(exact), lines, rounding: roundingOf(score, lines), notAssessed };
}

function unitsLine(plan: ScoringPlan, { units }: ScoredGovernment, levels: Levels): UnitsLine {
  const { unitsShare } = compositionOf(plan, levels);
  const all = units.reduce((total, { weight }) => total + weight, 0);
  const children = units.map(({ unitId, score, weight }): UnitLine => {
    const own = figures({ share: rational(weight, all), above: unitsShare, value: rational(score, 100) });
    return { node: 'unit', unitId, counts: weight, ...own };
  });
  const own = figures({ share: unitsShare, above: ONE, value: meanPoints(units) });
  return { node: 'units', ...own, children, rounding: roundingOf(own.display, children) };
}

function ownLines(
  plan: ScoringPlan,
  { indicators }: ScoredGovernment,
  levels: Levels,
): readonly (GovernmentIndicatorLine | NotApplicableLine)[] {
  const shares = new Map(compositionOf(plan, levels).indicators.map(({ index, share }) => [index, share]));
  return plan.indicators.flatMap(({ index, indicator }): (GovernmentIndicatorLine | NotApplicableLine)[] => {
    const { id, name, official, maximum, subject } = indicator;
    if (subject !== 'government') return [];
    const share = shares.get(index);
    if (share === undefined) return [{ node: 'not-applicable', id, name, reasons: reasonsOf(indicators, id) }];
    const level = levels.sums[index] ?? 0;
    const value = indicatorPoints({ sum: level, n: 1, maximum });
    const own = figures({ share, above: ONE, value });
    return [{ node: 'government-indicator', id, name, official, maximum, level, ...own }];
  });
}

function reasonsOf(indicators: ScoredGovernment['indicators'], id: string): readonly string[] {
  const entry = indicators.find(({ indicatorId }) => indicatorId === id);
  return entry?.kind === 'not-applicable' ? entry.reasons : [];
}
