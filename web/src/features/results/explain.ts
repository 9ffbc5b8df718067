import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { explainUnit, type IndicatorLine, type Line, type UnitBreakdown } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type Fraction, multiply, rational } from '@patuh/shared/scoring/rational';
import { roundPoints } from '@patuh/shared/scoring/rounding';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { formatPercent } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';

/** The breakdown of a unit, made in the browser by the code that made the score. */
export interface Explained {
  readonly breakdown: UnitBreakdown;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly losses: readonly Loss[];
}

/** What an indicator lacks to its highest level, in hundredths of a point of the unit's score. */
export interface Loss {
  readonly line: IndicatorLine;
  /** Names of the branches above it, from the top. */
  readonly above: readonly string[];
  readonly possible: number;
  readonly reached: number;
}

const LARGEST = 5;

export function explain({ instrument, merged, subjects }: UnitResult): Explained {
  const products = subjects.filter(({ kind, presence }) => kind === 'product' && presence.state === 'present').length;
  const indicators = merged.map(({ indicatorId, value }) => ({ indicatorId, ...value }));
  const breakdown = explainUnit(compileInstrument(instrument), { merged: { products, indicators } });
  return {
    breakdown,
    indicators: new Map(indicatorsOf(instrument.tree).map((indicator) => [String(indicator.id), indicator])),
    losses: lossesOf(breakdown.lines, [])
      .filter(({ possible, reached }) => possible > reached)
      .toSorted((a, b) => b.possible - b.reached - (a.possible - a.reached))
      .slice(0, LARGEST),
  };
}

function lossesOf(lines: readonly Line[], above: readonly string[]): readonly Loss[] {
  return lines.flatMap((line): readonly Loss[] => {
    if (line.node === 'not-applicable') return [];
    if (line.node === 'branch') return lossesOf(line.children, [...above, line.name]);
    const { weight, value } = line;
    const possible = roundPoints(multiply(read(weight), rational(100)));
    return [{ line, above, possible, reached: roundPoints(multiply(read(weight), read(value))) }];
  });
}

/** A share of 0–1 as a percentage: 1/11 → `9,09 %`. */
export function shareText(share: Fraction): string {
  return formatPercent(pointsText(roundPoints(multiply(read(share), rational(100)))));
}

function read({ numerator, denominator }: Fraction): ReturnType<typeof rational> {
  return rational(BigInt(numerator), BigInt(denominator));
}
