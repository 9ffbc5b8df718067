import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreGovernment } from '@patuh/shared/scoring/government';
import { type UnitInput, scoreUnit } from '@patuh/shared/scoring/unit';
import { effectiveShares, indicatorsOf } from '@patuh/shared/scoring/weights';
import type { Instrument } from '@patuh/shared/domain/instrument';

import { instrumentOf } from '../support/reference-instruments.ts';
import { fullUnit, randomUnit, seeded } from '../support/scoring-inputs.ts';
import { type BenchLine, compare } from './compare.ts';

const GOVERNMENTS = 587;
const UNITS = 7;
const ALONE = 2000;

type Nation = readonly (readonly UnitInput[])[];

/**
 * Scoring against a bare floating-point loop over the same answer objects that looks its weights up by indicator and
 * checks nothing: one unit of 217 answers, the nation of 587 × 7 such units, and a nation where units lack subjects and
 * indicators are not applicable.
 */
export function benchScoring(): readonly BenchLine[] {
  const instrument = instrumentOf(2023);
  const pick = seeded(1);
  const full = nationOf(() => fullUnit(instrument, pick));
  const ragged = nationOf(() => randomUnit(instrument, pick));
  const unit = [Array.from({ length: ALONE }, () => full[0]?.[0]).filter((one) => one !== undefined)];
  return [
    contest('scoring one unit (217 answers)', instrument, unit, { unit: 'ms/unit', perCall: ALONE }),
    contest('scoring a nation (587 × 7 × 217 answers)', instrument, full, { unit: 'ms', perCall: 1 }),
    contest('scoring a nation with gaps and not-applicable', instrument, ragged, { unit: 'ms', perCall: 1 }),
  ];
}

function contest(
  name: string,
  instrument: Instrument,
  nation: Nation,
  { unit, perCall }: { readonly unit: string; readonly perCall: number },
): BenchLine {
  const plan = compileInstrument(instrument);
  const weights = floatWeights(instrument);
  return compare({
    name,
    unit,
    perCall,
    ours: () => {
      let total = 0;
      for (const government of nation) {
        const units = government.map((input, index) => ({
          kind: 'assessed' as const,
          unitId: `unit-${index}`,
          result: scoreUnit(plan, input),
        }));
        const result = scoreGovernment(plan, { units, answers: [] });
        if (result.kind === 'invalid') throw new Error('The measured input is not valid');
        total += result.kind === 'scored' ? result.score : 0;
      }
      return total;
    },
    baseline: () => {
      let total = 0;
      for (const government of nation) total += floatMean(government.map((input) => floatScore(weights, input)));
      return total;
    },
  });
}

function nationOf(make: () => UnitInput): Nation {
  return Array.from({ length: GOVERNMENTS }, () => Array.from({ length: UNITS }, () => freshCopy(make())));
}

/** Objects as they come from a database or a network: none shared between answers. */
function freshCopy(unit: UnitInput): UnitInput {
  return structuredClone(unit);
}

interface FloatWeight {
  readonly index: number;
  readonly weight: number;
}

function floatWeights(instrument: Instrument): ReadonlyMap<string, FloatWeight> {
  const shares = effectiveShares(instrument.tree, () => true);
  return new Map(
    indicatorsOf(instrument.tree).map(({ id, maximum }, index) => {
      const share = shares.get(id);
      return [id, { index, weight: Number(share?.numerator) / Number(share?.denominator) / maximum }];
    }),
  );
}

/** What a program that trusts its input and its floats would do. */
function floatScore(weights: ReadonlyMap<string, FloatWeight>, { answers }: UnitInput): number {
  const sums = new Float64Array(weights.size);
  const counts = new Float64Array(weights.size);
  for (const { indicatorId, value } of answers) {
    const at = weights.get(indicatorId)?.index;
    if (at === undefined || value.kind !== 'level') continue;
    sums[at] = (sums[at] ?? 0) + value.level;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let score = 0;
  for (const { index, weight } of weights.values()) {
    const count = counts[index] ?? 0;
    if (count > 0) score += weight * ((sums[index] ?? 0) / count);
  }
  return Math.round(score * 10_000) / 100;
}

function floatMean(scores: readonly number[]): number {
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;
}
