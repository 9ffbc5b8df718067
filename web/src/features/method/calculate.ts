import type { CalculatorEntries } from '@patuh/shared/contracts/pages';
import type { Band, Indicator, Instrument } from '@patuh/shared/domain/instrument';
import type { Hundredths } from '@patuh/shared/domain/points';
import { type Line, explainUnit } from '@patuh/shared/scoring/breakdown';
import { type ScoringPlan, compileInstrument } from '@patuh/shared/scoring/compile';
import { rollUpUnits } from '@patuh/shared/scoring/government';
import { type GovernmentLine, explainGovernment } from '@patuh/shared/scoring/government-breakdown';
import type { MergedIndicator } from '@patuh/shared/scoring/outcome';
import { scoreMergedUnit } from '@patuh/shared/scoring/unit';
import { bandOf } from '@patuh/shared/scoring/zones';

import { type Choice, type UnitEntry, readChoices, readUnits } from './entries.ts';

/** What is still missing, in the order of the tree. */
interface Incomplete {
  readonly kind: 'incomplete';
  readonly missing: readonly Indicator[];
  readonly answered: number;
  readonly asked: number;
}

export type UnitResult =
  | { readonly kind: 'untouched' }
  | Incomplete
  | { readonly kind: 'nothing-applicable' }
  | {
      readonly kind: 'scored';
      readonly score: Hundredths;
      readonly band: Band | null;
      readonly lines: readonly Line[];
      readonly rounding: number;
    };

export type GovernmentResult =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'wrong'; readonly entries: readonly Exclude<UnitEntry, { kind: 'unit' }>[] }
  | Incomplete
  | {
      readonly kind: 'scored';
      readonly score: Hundredths;
      readonly band: Band | null;
      readonly units: readonly { readonly row: number; readonly score: Hundredths; readonly counts: number }[];
      readonly lines: readonly GovernmentLine[];
      readonly rounding: number;
    };

export interface Calculation {
  /** One unit, from the levels chosen. */
  readonly unit: UnitResult;
  /** A government, from the scores of its units and what is answered once for all of it. */
  readonly government: GovernmentResult;
}

export interface Calculator {
  readonly calculate: (entries: CalculatorEntries) => Calculation;
}

/**
 * The calculator of one instrument, on the scoring that publications use. A chosen level stands for the merged level of
 * all subjects. Levels left open are listed and never count as zero. Bands are those of regencies.
 */
export function calculatorOf(instrument: Instrument): Calculator {
  const plan = compileInstrument(instrument);
  const all = plan.indicators.map(({ indicator }) => indicator);
  return {
    calculate: (entries) => {
      const choices = readChoices(all, entries);
      return { unit: unitResult(plan, choices), government: governmentResult(plan, choices, readUnits(entries)) };
    },
  };
}

function unitResult(plan: ScoringPlan, choices: ReadonlyMap<string, Choice>): UnitResult {
  const asked = askedFor(plan, ({ subject }) => subject !== 'government');
  const merged = mergedOf(asked, choices);
  if (merged.length === 0) return { kind: 'untouched' };
  if (merged.length < asked.length) return incomplete(asked, choices);
  const result = scoreMergedUnit(plan, { products: 1, indicators: merged });
  if (result.kind !== 'scored') return { kind: 'nothing-applicable' };
  const { lines, rounding } = explainUnit(plan, result);
  return { kind: 'scored', score: result.score, band: bandFor(plan, result.score), lines, rounding };
}

function governmentResult(
  plan: ScoringPlan,
  choices: ReadonlyMap<string, Choice>,
  entered: readonly UnitEntry[],
): GovernmentResult {
  if (entered.length === 0) return { kind: 'untouched' };
  const entries = entered.flatMap((entry) => (entry.kind === 'unit' ? [] : [entry]));
  if (entries.length > 0) return { kind: 'wrong', entries };
  const asked = askedFor(plan, ({ subject }) => subject === 'government');
  const byProducts = plan.instrument.rules.rollUp.unitWeight === 'products';
  const units = entered.flatMap((entry) =>
    entry.kind === 'unit' ? [{ row: entry.row, score: entry.score, counts: byProducts ? entry.products : 1 }] : [],
  );
  const rolledUp = rollUpUnits(
    plan,
    units.map(({ row, score, counts }) => ({ unitId: String(row), score, weight: counts })),
    mergedOf(asked, choices),
  );
  if (rolledUp.kind !== 'scored') return incomplete(asked, choices);
  const { lines, rounding } = explainGovernment(plan, rolledUp);
  return { kind: 'scored', score: rolledUp.score, band: bandFor(plan, rolledUp.score), units, lines, rounding };
}

function askedFor({ indicators }: ScoringPlan, belongs: (indicator: Indicator) => boolean): readonly Indicator[] {
  return indicators.map(({ indicator }) => indicator).filter(belongs);
}

function mergedOf(asked: readonly Indicator[], choices: ReadonlyMap<string, Choice>): readonly MergedIndicator[] {
  return asked.flatMap(({ id }): MergedIndicator[] => {
    const choice = choices.get(id);
    if (choice === undefined) return [];
    if (choice.kind === 'not-applicable') return [{ kind: 'not-applicable', indicatorId: id, reasons: [] }];
    return [{ kind: 'merged', indicatorId: id, sum: choice.level, n: 1 }];
  });
}

function incomplete(asked: readonly Indicator[], choices: ReadonlyMap<string, Choice>): Incomplete {
  const missing = asked.filter(({ id }) => !choices.has(id));
  return { kind: 'incomplete', missing, answered: asked.length - missing.length, asked: asked.length };
}

function bandFor({ instrument }: ScoringPlan, score: Hundredths): Band | null {
  return bandOf(instrument, 'regency', score) ?? null;
}
