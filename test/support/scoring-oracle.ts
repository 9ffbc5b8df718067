import type { Answer, Subject } from '@patuh/shared/domain/answer';
import type { Indicator, Instrument, TreeNode } from '@patuh/shared/domain/instrument';
import type { UnitInput } from '@patuh/shared/scoring/unit';

/**
 * The method a second time, written from its description and sharing no code with the engine: the tree is walked from the
 * leaves up with unreduced fractions, answers are found by searching, and nothing is flattened or fast.
 */

/** numerator / denominator, never reduced. */
type Ratio = readonly [numerator: bigint, denominator: bigint];

/** Hundredths of a point, or undefined where nothing is applicable. The input must be valid and complete. */
export function oracleUnitScore(instrument: Instrument, unit: UnitInput): number | undefined {
  const value = weighedMean(
    instrument.tree.map((node) => [
      node.part,
      valueOf(node, (indicator) => (indicator.subject === 'government' ? undefined : mergedOf(indicator, unit))),
    ]),
  );
  return value === undefined ? undefined : halfUp(value);
}

export interface OracleUnit {
  readonly score: number;
  readonly subjects: readonly Subject[];
}

/** The tree once more, with the mean of the units standing in for everything that is answered in units. */
export function oracleGovernmentScore(
  instrument: Instrument,
  units: readonly OracleUnit[],
  answers: readonly Answer[],
): number | undefined {
  const weigh = ({ subjects }: OracleUnit): number =>
    instrument.rules.rollUp.unitWeight === 'equal'
      ? 1
      : subjects.filter(({ kind, state }) => kind === 'product' && state === 'present').length;
  const mean = weighedMean(units.map((unit) => [weigh(unit), [BigInt(unit.score), 10_000n]]));
  const ofGovernment = (indicator: Indicator): Ratio | undefined => {
    const value = answers.find(({ indicatorId }) => indicatorId === indicator.id)?.value;
    return value?.kind === 'level' ? [BigInt(value.level), BigInt(indicator.maximum)] : undefined;
  };
  const whole = weighedMean(
    instrument.tree.map((node) => [
      node.part,
      valueOf(node, (indicator) => (indicator.subject === 'government' ? ofGovernment(indicator) : mean)),
    ]),
  );
  return whole === undefined ? undefined : halfUp(whole);
}

function valueOf(node: TreeNode, leaf: (indicator: Indicator) => Ratio | undefined): Ratio | undefined {
  if (node.node === 'indicator') return leaf(node);
  return weighedMean(node.children.map((child) => [child.part, valueOf(child, leaf)]));
}

function mergedOf(indicator: Indicator, { answers }: UnitInput): Ratio | undefined {
  const levels = answers
    .filter(({ indicatorId }) => indicatorId === indicator.id)
    .map(({ subject, value }) => ({
      number: 'number' in subject ? subject.number : 0,
      level: value.kind === 'level' ? value.level : undefined,
    }))
    .filter(({ level }) => level !== undefined)
    .toSorted((a, b) => b.number - a.number)
    .map(({ level }) => BigInt(level ?? 0));
  const maximum = BigInt(indicator.maximum);
  const [latest] = levels;
  if (latest === undefined) return undefined;
  if (indicator.merge === 'latest') return [latest, maximum];
  if (indicator.merge === 'minimum') return [levels.reduce((low, level) => (level < low ? level : low)), maximum];
  return [levels.reduce((sum, level) => sum + level), maximum * BigInt(levels.length)];
}

function weighedMean(entries: readonly (readonly [weight: number, value: Ratio | undefined])[]): Ratio | undefined {
  let [top, bottom, weights]: [bigint, bigint, bigint] = [0n, 1n, 0n];
  for (const [weight, value] of entries) {
    if (value === undefined) continue;
    top = top * value[1] + BigInt(weight) * value[0] * bottom;
    bottom *= value[1];
    weights += BigInt(weight);
  }
  return weights === 0n ? undefined : [top, bottom * weights];
}

function halfUp([numerator, denominator]: Ratio): number {
  const [whole, rest] = [(numerator * 10_000n) / denominator, (numerator * 10_000n) % denominator];
  return Number(whole) + (rest + rest >= denominator ? 1 : 0);
}
