import type { Answer } from '@patuh/shared/domain/answer';
import type { Instrument, TreeNode } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreGovernment } from '@patuh/shared/scoring/government';
import { scoreInBigIntegers, scoreOf } from '@patuh/shared/scoring/share';
import { type UnitInput, scoreUnit } from '@patuh/shared/scoring/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Pick,
  randomGovernmentAnswers,
  randomInstrument,
  randomUnit,
  shuffled,
} from '../../support/scoring-inputs.ts';
import { oracleGovernmentScore, oracleUnitScore } from '../../support/scoring-oracle.ts';

/** Instruments of any shape with units that have every answer. */
function always(claim: (pick: Pick, instrument: Instrument, unit: UnitInput) => void, numRuns = 300): void {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const pick: Pick = (highest) => gen(fc.nat, highest);
      const instrument = randomInstrument(pick);
      claim(pick, instrument, randomUnit(instrument, pick));
    }),
    { numRuns },
  );
}

const unitScore = (instrument: Instrument, unit: UnitInput): number | undefined => {
  const result = scoreUnit(compileInstrument(instrument), unit);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.kind === 'scored' ? result.score : undefined;
};

const replaced = (unit: UnitInput, at: number, answer: Answer): UnitInput => ({
  ...unit,
  answers: unit.answers.with(at, answer),
});

describe('scoring', () => {
  it('equals an independent oracle for any unit', () => {
    let scored = 0;
    always((_pick, instrument, unit) => {
      const expected = oracleUnitScore(instrument, unit);
      if (expected !== undefined) scored += 1;
      expect(unitScore(instrument, unit)).toBe(expected);
    }, 1000);
    expect(scored).toBeGreaterThan(500);
  });

  it('equals an independent oracle for any government', () => {
    let scored = 0;
    always((pick, instrument) => {
      const plan = compileInstrument(instrument);
      const inputs = ['a', 'b', 'c'].map((unitId) => ({ unitId, unit: randomUnit(instrument, pick) }));
      const answers = randomGovernmentAnswers(instrument, pick);
      const result = scoreGovernment(plan, {
        units: inputs.map(({ unitId, unit }) => ({ kind: 'assessed', unitId, result: scoreUnit(plan, unit) })),
        answers,
      });
      if (result.kind !== 'scored') return;
      scored += 1;
      const units = inputs.map(({ unit }) => ({
        score: oracleUnitScore(instrument, unit) ?? 0,
        subjects: unit.subjects,
      }));
      expect(result.score).toBe(oracleGovernmentScore(instrument, units, answers));
    }, 500);
    expect(scored).toBeGreaterThan(250);
  });

  it('stays within 0–100', () => {
    always((_pick, instrument, unit) => {
      const score = unitScore(instrument, unit) ?? 0;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(10_000);
    });
  });

  it('never falls when one answer rises', () => {
    always((pick, instrument, unit) => {
      const at = pick(unit.answers.length - 1);
      const answer = unit.answers[at];
      if (answer?.value.kind !== 'level') return;
      const raised = replaced(unit, at, { ...answer, value: { kind: 'level', level: answer.value.level + 1 } });
      const result = scoreUnit(compileInstrument(instrument), raised);
      if (result.kind !== 'scored') return;
      expect(result.score).toBeGreaterThanOrEqual(unitScore(instrument, unit) ?? 0);
    });
  });

  it('does not depend on the order of answers, subjects or units', () => {
    always((pick, instrument, unit) => {
      const plan = compileInstrument(instrument);
      const mixed = { ...unit, answers: shuffled(unit.answers, pick), subjects: shuffled(unit.subjects, pick) };
      expect(scoreUnit(plan, mixed)).toEqual(scoreUnit(plan, unit));
    });
  });

  it('lists the same missing answers whatever the order', () => {
    always((pick, instrument, unit) => {
      const plan = compileInstrument(instrument);
      const kept = unit.answers.filter(() => pick(3) > 0);
      const result = scoreUnit(plan, { ...unit, answers: kept });
      expect(scoreUnit(plan, { ...unit, answers: shuffled(kept, pick) })).toEqual(result);
      const missing = result.kind === 'incomplete' ? result.missing.filter(({ kind }) => kind === 'answer') : [];
      expect(missing).toHaveLength(unit.answers.length - kept.length);
    });
  });

  it('does not change when all parts of a group of siblings are multiplied', () => {
    always((pick, instrument, unit) => {
      const factor = 1 + pick(6);
      const tree = instrument.tree.map((node) => inside({ ...node, part: node.part * factor }, pick));
      expect(unitScore({ ...instrument, tree }, unit)).toBe(unitScore(instrument, unit));
    });
  });

  it('gives the same in doubles as in big integers', () => {
    always((pick, instrument) => {
      const plan = compileInstrument(instrument);
      const weights = plan.unitWeights([]);
      const counts = plan.indicators.map(({ indicator }) => (indicator.subject === 'government' ? 0 : 1 + pick(40)));
      const sums = plan.indicators.map(({ index, indicator }) => pick((counts[index] ?? 0) * indicator.maximum));
      expect(scoreOf(weights, { sums, counts })).toBe(scoreInBigIntegers(weights, { sums, counts }));
    });
  });
});

/** The node with all groups of siblings below it multiplied, each by a factor of its own. */
function inside(node: TreeNode, pick: Pick): TreeNode {
  if (node.node === 'indicator') return node;
  const factor = 1 + pick(6);
  return { ...node, children: node.children.map((child) => inside({ ...child, part: child.part * factor }, pick)) };
}
