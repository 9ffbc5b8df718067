import type { Answer, Subject } from '@patuh/shared/domain/answer';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { describe, expect, it } from 'vitest';

import { anIndicator, anInstrument } from '../../support/instruments.ts';
import { aUnitKind } from '../../support/scoring-inputs.ts';

const knowledge = anIndicator('pengetahuan', { subject: 'officer' });
const plan = compileInstrument(
  anInstrument([knowledge], {
    rules: {
      subjects: [
        {
          subject: 'officer',
          target: 4,
          minimum: 2,
          official: false,
          targetPerUnitKind: { [UnitKind.parse('puskesmas')]: 2 },
        },
      ],
    },
  }),
);

const present = (number: number): Subject => ({ kind: 'officer', number, state: 'present' });
const level = (number: number, value: number): Answer => ({
  indicatorId: knowledge.id,
  subject: { kind: 'officer', number },
  value: { kind: 'level', level: value },
});
const score = (subjects: readonly Subject[], answers: readonly Answer[], unitKind = aUnitKind) =>
  scoreUnit(plan, { unitKind, subjects, answers });

describe('subjects', () => {
  it('at their target raise no flag', () => {
    const four = [1, 2, 3, 4];
    const result = score(
      four.map(present),
      four.map((number) => level(number, 3)),
    );
    expect(result).toMatchObject({ kind: 'scored', score: 10_000, flags: [] });
  });

  it('between minimum and target are scored and flagged', () => {
    const result = score([present(1), present(2)], [level(1, 3), level(2, 0)]);
    expect(result).toMatchObject({
      kind: 'scored',
      score: 5000,
      flags: [{ kind: 'fewer-than-target', subject: 'officer', found: 2, target: 4 }],
    });
  });

  it('are measured by the target of their kind of unit', () => {
    const result = score([present(1), present(2)], [level(1, 3), level(2, 0)], UnitKind.parse('puskesmas'));
    expect(result).toMatchObject({ kind: 'scored', flags: [] });
  });

  it('below the minimum leave the unit without a score', () => {
    expect(score([present(1)], [level(1, 3)])).toMatchObject({
      kind: 'incomplete',
      missing: [{ kind: 'too-few-subjects', subject: 'officer', found: 1, minimum: 2 }],
    });
  });

  it('that are vacant or absent are not asked, not counted, and flagged', () => {
    const others: Subject[] = [
      { kind: 'officer', number: 4, state: 'absent' },
      { kind: 'officer', number: 3, state: 'vacant' },
    ];
    expect(score([...others, present(1), present(2)], [level(1, 3), level(2, 3)])).toMatchObject({
      kind: 'scored',
      score: 10_000,
      flags: [
        { kind: 'fewer-than-target', found: 2, target: 4 },
        { kind: 'vacant', subject: 'officer', number: 3 },
        { kind: 'absent', subject: 'officer', number: 4 },
      ],
    });
  });

  it('who are the same person in two posts are interviewed and counted once', () => {
    const twice: Subject = { kind: 'officer', number: 3, state: 'same-person', sameAs: 1 };
    expect(score([present(1), present(2), twice], [level(1, 3), level(2, 0)])).toMatchObject({
      kind: 'scored',
      score: 5000,
      flags: [
        { kind: 'fewer-than-target', found: 2, target: 4 },
        { kind: 'same-person', subject: 'officer', number: 3, sameAs: 1 },
      ],
    });
    expect(score([present(1), twice], [level(1, 3)])).toMatchObject({
      missing: [{ kind: 'too-few-subjects', found: 1, minimum: 2 }],
    });
  });

  it('can be the same person as one who was absent', () => {
    const subjects: Subject[] = [
      present(1),
      present(2),
      { kind: 'officer', number: 3, state: 'absent' },
      { kind: 'officer', number: 4, state: 'same-person', sameAs: 3 },
    ];
    expect(score(subjects, [level(1, 3), level(2, 3)])).toMatchObject({ kind: 'scored', score: 10_000 });
  });

  it.each([
    ['itself', 3],
    ['nobody', 9],
    ['a vacant post', 4],
  ])('cannot be the same person as %s', (_who, sameAs) => {
    const subjects: Subject[] = [
      present(1),
      present(2),
      { kind: 'officer', number: 3, state: 'same-person', sameAs },
      { kind: 'officer', number: 4, state: 'vacant' },
    ];
    expect(score(subjects, [level(1, 3), level(2, 3)])).toEqual({
      kind: 'invalid',
      problems: [{ kind: 'same-person', subject: 'officer', number: 3, sameAs }],
    });
  });

  it('cannot be there twice, without a number, or of a kind that is not asked', () => {
    const subjects: Subject[] = [present(1), present(1), present(0), present(1.5), { ...present(1), kind: 'user' }];
    expect(score(subjects, [level(1, 3)])).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'duplicate-subject', subject: 'officer', number: 1 },
        { kind: 'subject-kind-not-asked', subject: 'user', number: 1 },
        { kind: 'subject-number', subject: 'officer', number: 0 },
        { kind: 'subject-number', subject: 'officer', number: 1.5 },
      ],
    });
  });
});
