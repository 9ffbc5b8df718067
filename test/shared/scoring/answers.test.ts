import type { Answer, Subject } from '@patuh/shared/domain/answer';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { aUnitKind } from '../../support/scoring-inputs.ts';

const sign = anIndicator('papan-nama');
const ramp = anIndicator('jalur-landai', { notApplicable: true, part: 2 });
const cost = anIndicator('biaya', { subject: 'product' });
const plan = compileInstrument(
  anInstrument([aBranch('sarana', 1, [sign, ramp]), aBranch('standar', 1, [cost])], {
    rules: { subjects: [{ subject: 'product', target: 2, minimum: 1, official: false }] },
  }),
);
const subjects: readonly Subject[] = [
  { kind: 'product', number: 1, state: 'present' },
  { kind: 'product', number: 2, state: 'present' },
  { kind: 'product', number: 3, state: 'absent' },
];

const unitLevel = (id: string, level: number): Answer => ({
  indicatorId: IndicatorId.parse(id),
  subject: { kind: 'unit' },
  value: { kind: 'level', level },
});
const productLevel = (number: number, level: number): Answer => ({
  ...unitLevel('biaya', level),
  subject: { kind: 'product', number },
});
const complete = [unitLevel('papan-nama', 3), unitLevel('jalur-landai', 0), productLevel(1, 3), productLevel(2, 0)];
const score = (answers: readonly Answer[]) => scoreUnit(plan, { unitKind: aUnitKind, subjects, answers });

describe('a unit with every answer', () => {
  it('is scored from the tree', () => {
    expect(score(complete)).toMatchObject({ kind: 'scored', score: 4167 });
  });

  it('carries merged levels without a single person', () => {
    expect(score(complete)).toMatchObject({
      merged: {
        products: 2,
        indicators: [
          { kind: 'merged', indicatorId: 'papan-nama', sum: 3, n: 1 },
          { kind: 'merged', indicatorId: 'jalur-landai', sum: 0, n: 1 },
          { kind: 'merged', indicatorId: 'biaya', sum: 3, n: 2 },
        ],
      },
    });
  });
});

describe('a unit with missing answers', () => {
  it('has no score but the list of what is missing, in the order of the tree', () => {
    expect(score([productLevel(1, 3)])).toEqual({
      kind: 'incomplete',
      missing: [
        { kind: 'answer', indicatorId: 'papan-nama', subject: { kind: 'unit' } },
        { kind: 'answer', indicatorId: 'jalur-landai', subject: { kind: 'unit' } },
        { kind: 'answer', indicatorId: 'biaya', subject: { kind: 'product', number: 2 } },
      ],
      flags: [{ kind: 'absent', subject: 'product', number: 3 }],
    });
  });

  it('never counts a missing answer as zero', () => {
    for (const [index] of complete.entries()) {
      expect(score(complete.toSpliced(index, 1)).kind).toBe('incomplete');
    }
  });
});

describe('not applicable', () => {
  const notApplicable = (answer: Answer, reason = 'Gedung tanpa tangga'): Answer => ({
    ...answer,
    value: { kind: 'not-applicable', reason },
  });

  it('leaves the weight to the siblings', () => {
    const answers = [unitLevel('papan-nama', 2), notApplicable(unitLevel('jalur-landai', 0)), ...complete.slice(2)];
    expect(score(answers)).toMatchObject({ kind: 'scored', score: 5833 });
  });

  it('keeps its reason', () => {
    const answers = [complete[0], notApplicable(unitLevel('jalur-landai', 0)), ...complete.slice(2)].flatMap(
      (answer) => answer ?? [],
    );
    expect(score(answers)).toMatchObject({
      merged: {
        indicators: [{}, { kind: 'not-applicable', indicatorId: 'jalur-landai', reasons: ['Gedung tanpa tangga'] }, {}],
      },
    });
  });

  it('needs a reason, and an indicator that allows it', () => {
    const answers = [
      notApplicable(unitLevel('papan-nama', 0)),
      notApplicable(unitLevel('jalur-landai', 0), '  '),
      ...complete.slice(2),
    ];
    expect(score(answers)).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'not-applicable-refused', indicatorId: 'papan-nama', subject: { kind: 'unit' } },
        { kind: 'reason-missing', indicatorId: 'jalur-landai', subject: { kind: 'unit' } },
      ],
    });
  });

  it('of a whole branch leaves the weight to the other branches', () => {
    const free = { ...ramp, id: sign.id };
    const wide = compileInstrument(
      anInstrument([aBranch('sarana', 9, [free]), aBranch('standar', 1, [cost])], {
        rules: { subjects: [{ subject: 'product', target: 2, minimum: 1, official: false }] },
      }),
    );
    const answers = [notApplicable(unitLevel('papan-nama', 0)), productLevel(1, 3), productLevel(2, 1)];
    expect(scoreUnit(wide, { unitKind: aUnitKind, subjects, answers })).toMatchObject({ score: 6667 });
  });
});

describe('different patterns of not applicable', () => {
  const many = Array.from({ length: 13 }, (_, index) =>
    anIndicator(`i-${index}`, { notApplicable: true, part: index + 1 }),
  );
  const wide = compileInstrument(anInstrument(many, { rules: { subjects: [] } }));
  const without = (...left: readonly number[]) => {
    const answers = many.map(({ id }, index): Answer => {
      if (left.includes(index)) return notApplicableFor(id);
      return { ...unitLevel(id, 0), value: { kind: 'level', level: index === 0 ? 3 : 0 } };
    });
    const result = scoreUnit(wide, { unitKind: aUnitKind, subjects: [], answers });
    return result.kind === 'scored' ? result.score : result;
  };
  const notApplicableFor = (id: IndicatorId): Answer => ({
    ...unitLevel(id, 0),
    value: { kind: 'not-applicable', reason: 'Tidak ada' },
  });

  // Parts 1 … 13 sum to 91: 100 / (91 − 13) and 100 / (91 − 2 − 3).
  it('in one run of the same plan have their own weights', () => {
    expect([without(12), without(1, 2), without(12)]).toEqual([128, 116, 128]);
  });
});

describe('answers that cannot be', () => {
  const problemsOf = (...extra: readonly Answer[]) => {
    const result = score([...complete, ...extra]);
    return result.kind === 'invalid' ? result.problems : result;
  };

  it.each([
    ['an unknown indicator', unitLevel('tidak-ada', 1), { kind: 'unknown-indicator', indicatorId: 'tidak-ada' }],
    ['another kind of subject', { ...unitLevel('biaya', 1) }, { kind: 'wrong-subject-kind', expected: 'product' }],
    [
      'a subject of another kind with the same number',
      { ...productLevel(1, 1), subject: { kind: 'officer' as const, number: 1 } },
      { kind: 'wrong-subject-kind', indicatorId: 'biaya', expected: 'product' },
    ],
    ['a subject that is not there', productLevel(7, 1), { kind: 'subject-not-asked', subject: { number: 7 } }],
    ['a subject that was absent', productLevel(3, 1), { kind: 'subject-not-asked', subject: { number: 3 } }],
    ['a second answer', productLevel(1, 3), { kind: 'duplicate-answer', subject: { number: 1 } }],
  ])('are named: %s', (_what, answer, problem) => {
    expect(problemsOf(answer)).toMatchObject([problem]);
  });

  it.each([4, -1, 1.5, Number.NaN])('are named: the level %d of 0 … 3', (wrong) => {
    expect(score([unitLevel('papan-nama', wrong), ...complete.slice(1)])).toEqual({
      kind: 'invalid',
      problems: [{ kind: 'level', indicatorId: 'papan-nama', subject: { kind: 'unit' }, level: wrong, maximum: 3 }],
    });
  });
});
