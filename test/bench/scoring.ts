import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreGovernment } from '@patuh/shared/scoring/government';
import type { GovernmentScore, UnitScore } from '@patuh/shared/scoring/outcome';
import { type UnitInput, scoreUnit } from '@patuh/shared/scoring/unit';
import { effectiveShares, indicatorsOf } from '@patuh/shared/scoring/weights';
import type { Instrument } from '@patuh/shared/domain/instrument';

import { instrumentOf } from '../support/reference-instruments.ts';
import { fullUnit, randomUnit, seeded } from '../support/scoring-inputs.ts';
import { type BenchLine, compare } from './compare.ts';

const GOVERNMENTS = 587;
const UNITS = 7;
const REPEATS = 5000;

type Nation = readonly (readonly UnitInput[])[];

/**
 * Scoring against a bare floating-point loop over the same answer objects that looks its weights up by indicator and
 * checks nothing: one unit of 217 answers, the nation of 587 × 7 such units, and a nation where subjects are missing and
 * indicators are not applicable.
 */
export function benchScoring(): readonly BenchLine[] {
  const instrument = instrumentOf(2023);
  const pick = seeded(1);
  const full = nationOf(() => fullUnit(instrument, pick));
  const ragged = nationOf(() => randomUnit(instrument, pick));
  return [
    oneUnit(instrument, asFromJson(fullUnit(instrument, pick))),
    nation('scoring a nation (587 × 7 × 217 answers)', instrument, full),
    nation('scoring a nation with gaps and not-applicable', instrument, ragged),
  ];
}

function oneUnit(instrument: Instrument, unit: UnitInput): BenchLine {
  const plan = compileInstrument(instrument);
  const weights = floatWeights(instrument);
  const repeated = (once: () => number) => (): number => {
    let total = 0;
    for (let time = 0; time < REPEATS; time += 1) total += once();
    return total;
  };
  return compare({
    name: 'scoring one unit (217 answers)',
    unit: 'µs/unit',
    perCall: REPEATS / 1000,
    ours: repeated(() => scoredOr0(scoreUnit(plan, unit))),
    baseline: repeated(() => floatScore(weights, unit)),
  });
}

function nation(name: string, instrument: Instrument, governments: Nation): BenchLine {
  const plan = compileInstrument(instrument);
  const weights = floatWeights(instrument);
  return compare({
    name,
    unit: 'ms',
    perCall: 1,
    ours: () => {
      let total = 0;
      for (const inputs of governments) {
        const units = inputs.map((input, index) => ({
          kind: 'assessed' as const,
          unitId: `unit-${index}`,
          result: scoreUnit(plan, input),
        }));
        total += scoredOr0(scoreGovernment(plan, { units, answers: [] }));
      }
      return total;
    },
    baseline: () => {
      let total = 0;
      for (const inputs of governments) total += floatMean(inputs.map((input) => floatScore(weights, input)));
      return total;
    },
  });
}

function scoredOr0(result: UnitScore | GovernmentScore): number {
  if (result.kind === 'invalid') throw new Error('The measured input is not valid');
  return result.kind === 'scored' ? result.score : 0;
}

function nationOf(make: () => UnitInput): Nation {
  return Array.from({ length: GOVERNMENTS }, () => Array.from({ length: UNITS }, () => asFromJson(make())));
}

/** Objects as they come out of JSON: none shared between answers. */
function asFromJson(unit: UnitInput): UnitInput {
  const copy: UnitInput = JSON.parse(JSON.stringify(unit));
  return copy;
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
