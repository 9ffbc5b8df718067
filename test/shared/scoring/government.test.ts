import type { Answer } from '@patuh/shared/domain/answer';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { hundredths } from '@patuh/shared/domain/points';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type GovernmentUnit, rollUpUnits, scoreGovernment } from '@patuh/shared/scoring/government';
import type { UnitScore } from '@patuh/shared/scoring/outcome';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const scored = (score: number, products = 1): UnitScore => ({
  kind: 'scored',
  score: hundredths(score),
  merged: { products, indicators: [] },
  flags: [],
});
const unit = (unitId: string, result: UnitScore): GovernmentUnit => ({ kind: 'assessed', unitId, result });
const ofGovernment = (id: string, level: number): Answer => ({
  indicatorId: IndicatorId.parse(id),
  subject: { kind: 'government' },
  value: { kind: 'level', level },
});

describe('a government', () => {
  const plan = compileInstrument(instrumentOf(2023));
  const score = (...units: GovernmentUnit[]) => scoreGovernment(plan, { units, answers: [] });

  it('is the mean of the rounded scores of its units, rounded half up', () => {
    expect(score(unit('a', scored(7799, 2)), unit('b', scored(7800, 9)))).toMatchObject({
      kind: 'scored',
      score: 7800,
    });
  });

  it('leaves out and lists units that were not assessed', () => {
    const closed: GovernmentUnit = { kind: 'not-assessed', unitId: 'b', reason: 'Pulau tidak terjangkau' };
    expect(score(unit('a', scored(8000)), closed)).toMatchObject({
      score: 8000,
      units: [{ unitId: 'a', score: 8000, weight: 1 }],
      notAssessed: [{ unitId: 'b', reason: 'Pulau tidak terjangkau' }],
    });
  });

  it('is incomplete with one incomplete unit, and says which and why', () => {
    const missing = [{ kind: 'too-few-subjects', subject: 'user', found: 3, minimum: 10 }] as const;
    const incomplete: UnitScore = { kind: 'incomplete', missing, flags: [] };
    expect(score(unit('a', scored(8000)), unit('b', incomplete))).toEqual({
      kind: 'incomplete',
      missing: [{ kind: 'unit', unitId: 'b', missing }],
      notAssessed: [],
    });
  });

  it('has no score without an assessed unit', () => {
    expect(score()).toMatchObject({ kind: 'incomplete', missing: [{ kind: 'no-units' }] });
    expect(score({ kind: 'not-assessed', unitId: 'a', reason: 'Banjir' })).toMatchObject({
      kind: 'incomplete',
      missing: [{ kind: 'no-units' }],
    });
  });

  it('names a unit with invalid answers and a unit that is there twice', () => {
    const problems = [{ kind: 'unknown-indicator', indicatorId: 'x' }] as const;
    const twice = [unit('a', scored(8000)), unit('a', scored(8000))];
    expect(score(...twice, unit('b', { kind: 'invalid', problems }))).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'duplicate-unit', unitId: 'a' },
        { kind: 'unit', unitId: 'b', problems },
      ],
    });
  });

  it('lists its units in one order, whatever the order of the input', () => {
    const units = [unit('b', scored(8000)), unit('a', scored(7000)), unit('c', scored(9000))];
    expect(score(...units)).toEqual(score(...units.toReversed()));
  });
});

describe('2021, where a unit weighs as much as its products', () => {
  it('counts the unit with three products three times', () => {
    const units = [unit('a', scored(9000, 3)), unit('b', scored(5000, 1))];
    expect(scoreGovernment(compileInstrument(instrumentOf(2021)), { units, answers: [] })).toMatchObject({
      score: 8000,
    });
    expect(scoreGovernment(compileInstrument(instrumentOf(2022)), { units, answers: [] })).toMatchObject({
      score: 7000,
    });
  });
});

describe('2025, composed of units, secondary data and public trust', () => {
  const plan = compileInstrument(instrumentOf(2025));
  const units = [unit('a', scored(8000)), unit('b', scored(6000))];
  const answers = [
    ofGovernment('data-sekunder-bps', 3),
    ofGovernment('data-sekunder-kementerian', 0),
    ofGovernment('kepercayaan-masyarakat', 2),
  ];

  // 70 × ¾ on the units' 70.00, 70 × ¼ on half the secondary data, 30 on two thirds: 36.75 + 8.75 + 20.
  it('weighs the units 52.5, secondary data 17.5 and public trust 30 of 100', () => {
    expect(scoreGovernment(plan, { units, answers })).toMatchObject({ kind: 'scored', score: 6550 });
  });

  it('lets the government reach 100 only with everything at its maximum', () => {
    const full = [unit('a', scored(10_000))];
    const best = ['data-sekunder-bps', 'data-sekunder-kementerian', 'kepercayaan-masyarakat'];
    expect(scoreGovernment(plan, { units: full, answers: best.map((id) => ofGovernment(id, 3)) })).toMatchObject({
      score: 10_000,
    });
    expect(scoreGovernment(plan, { units: full, answers: best.map((id) => ofGovernment(id, 0)) })).toMatchObject({
      score: 5250,
    });
  });

  it('is incomplete without the answers for the government', () => {
    expect(scoreGovernment(plan, { units, answers: answers.slice(1) })).toMatchObject({
      kind: 'incomplete',
      missing: [{ kind: 'answer', indicatorId: 'data-sekunder-bps', subject: { kind: 'government' } }],
    });
  });

  it('is recomputed from unit scores and merged levels', () => {
    const result = scoreGovernment(plan, { units, answers });
    if (result.kind !== 'scored') throw new Error('expected a score');
    expect(rollUpUnits(plan, result.units, result.indicators)).toEqual(result);
  });
});

describe('an indicator of the government that is not applicable', () => {
  const plan = compileInstrument(
    anInstrument([
      aBranch('kepatuhan', 7, [
        anIndicator('papan', { part: 3 }),
        anIndicator('data', { subject: 'government', notApplicable: true }),
      ]),
      anIndicator('kepercayaan', { subject: 'government', part: 3 }),
    ]),
  );

  it('leaves its weight to its siblings, here to the units', () => {
    const reason: Answer = {
      ...ofGovernment('data', 0),
      value: { kind: 'not-applicable', reason: 'Tidak ada data' },
    };
    const result = scoreGovernment(plan, {
      units: [unit('a', scored(5000))],
      answers: [reason, ofGovernment('kepercayaan', 3)],
    });
    expect(result).toMatchObject({ kind: 'scored', score: 6500 });
  });

  it('refuses answers of a unit at the level of the government', () => {
    const answer: Answer = { ...ofGovernment('papan', 1), subject: { kind: 'unit' } };
    expect(scoreGovernment(plan, { units: [unit('a', scored(5000))], answers: [answer] })).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'subject-not-asked', indicatorId: 'papan' }],
    });
  });
});

describe('recomputing', () => {
  const plan = compileInstrument(instrumentOf(2023));

  it('refuses units that are there twice or count in fractions', () => {
    const units = [
      { unitId: 'a', score: hundredths(8000), weight: 1 },
      { unitId: 'a', score: hundredths(8000), weight: 0.5 },
    ];
    expect(rollUpUnits(plan, units)).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'duplicate-unit', unitId: 'a' },
        { kind: 'unit-weight', unitId: 'a', weight: 0.5 },
      ],
    });
  });

  it('has no score from no unit', () => {
    expect(rollUpUnits(plan, [])).toMatchObject({ kind: 'incomplete', missing: [{ kind: 'no-units' }] });
  });
});
