import type { ReturnedPoint } from '@patuh/shared/contracts/assessments';
import type { Finding } from '@patuh/shared/contracts/checks';
import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import type { Cell, FieldValue } from '@patuh/shared/domain/change';
import { PointId } from '@patuh/shared/domain/ids';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, cellsOf, randomSubjects, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { type Pick, answersFor, fullUnit, randomInstrument, seeded, shuffled } from '../../support/scoring-inputs.ts';

const HEALTH = UnitKind.parse('health');
const instrument = instrumentOf(2023);
const full = cellsOf(fullUnit(instrument, seeded(11)));

const place = (cell: Cell): string => cellKey({ ...cell, field: cell.current.entry.field });

/** The full unit, with these cells in place of what stood there. */
function unitWith(...changed: readonly Cell[]): readonly Cell[] {
  const at = new Set(changed.map(place));
  return [...full.filter((cell) => !at.has(place(cell))), ...changed];
}

function without(...subjects: readonly string[]): readonly Cell[] {
  return full.filter(({ subjectId }) => !subjects.includes(subjectId));
}

function found(cells: readonly Cell[], points: readonly ReturnedPoint[] = []): readonly Finding[] {
  return checkAssessment({ instrument, unitKind: HEALTH, cells, points, coordinates: null }).filter(
    // What a sentence answers has tests of its own.
    ({ weight }) => weight !== 'warns',
  );
}

const users = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => userId(from + index));
const presence = (subjectId: string, value: Extract<FieldValue, { field: 'presence' }>['value']): Cell =>
  aCell({ subjectId }, { field: 'presence', value });
const reason = aCell({}, { field: 'few-users-reason', value: 'Hari pasar, pengguna sedikit' });

describe('a full unit', () => {
  it('has nothing against it', () => {
    expect(found(full)).toEqual([]);
  });

  it('that nothing was entered for lacks all that the instrument asks, in its order', () => {
    const findings = found([]);
    expect(findings.filter(({ kind }) => kind === 'missing-answer')).toHaveLength(217 - 150);
    expect(findings.slice(0, 5).map(({ kind, subjectId, indicatorId }) => [kind, subjectId, indicatorId])).toEqual([
      ['missing-product-name', 'product-1', null],
      ['missing-product-name', 'product-2', null],
      ['too-few-users', null, null],
      ['missing-answer', 'officer-1', 'komponen-standar-pelayanan'],
      ['missing-answer', 'officer-2', 'komponen-standar-pelayanan'],
    ]);
  });
});

describe('a user without a profile', () => {
  const bare = full.filter((cell) => cell.subjectId !== userId(4) || cell.current.entry.field !== 'profile');
  const returned = (returnedAt: string): ReturnedPoint => ({
    id: PointId.parse('01920000-0000-7000-8000-000000000009'),
    indicatorId: IndicatorId.parse('motto'),
    subjectId: null,
    reason: 'Keberatan dari unit layanan',
    returnedBy: 'Verifikator',
    returnedAt,
    state: 'answered',
  });

  it('who was in a unit when it was given back had one, which was taken away since', () => {
    expect(
      found(bare, [returned('2029-09-01T00:00:00.000Z')]).filter(({ kind }) => kind === 'missing-profile'),
    ).toEqual([]);
  });

  it('who was added after that lacks it', () => {
    expect(found(bare, [returned('2024-07-01T00:00:00.000Z')])).toMatchObject([
      { weight: 'blocks', kind: 'missing-profile', subjectId: userId(4) },
    ]);
  });
});

describe('a finding', () => {
  const motto = { indicatorId: 'motto', subjectId: 'product-2' };

  it.each<[string, readonly Cell[], readonly Partial<Finding>[]]>([
    [
      'names a missing answer',
      unitWith(aCell(motto, { field: 'answer', value: null })),
      [{ weight: 'blocks', kind: 'missing-answer', ...motto, indicatorId: IndicatorId.parse('motto') } as Finding],
    ],
    [
      'names a product without a name',
      unitWith(aCell({ subjectId: 'product-1' }, { field: 'name', value: null })),
      [{ weight: 'blocks', kind: 'missing-product-name', subjectId: 'product-1' } as Finding],
    ],
    [
      'names a user without a profile',
      full.filter((cell) => cell.subjectId !== userId(4) || cell.current.entry.field !== 'profile'),
      [{ weight: 'blocks', kind: 'missing-profile', subjectId: userId(4) }],
    ],
    [
      'names an answer about which two people disagree',
      unitWith(
        aCell(
          motto,
          { field: 'answer', value: { kind: 'level', level: 1 } },
          { others: [{ field: 'answer', value: null }] },
        ),
      ),
      [{ weight: 'blocks', kind: 'conflict-open', ...motto } as Finding],
    ],
    [
      'names a presence about which two people disagree',
      unitWith(
        aCell(
          { subjectId: 'officer-2' },
          { field: 'presence', value: { state: 'present' } },
          { others: [{ field: 'presence', value: { state: 'vacant' } }] },
        ),
      ),
      [{ weight: 'blocks', kind: 'conflict-open', subjectId: 'officer-2', indicatorId: null } as Finding],
    ],
    [
      'passes over a disagreement about a post that is vacant',
      unitWith(
        presence('officer-2', { state: 'vacant' }),
        aCell(
          { indicatorId: 'tugas-dan-wewenang', subjectId: 'officer-2' },
          { field: 'answer', value: { kind: 'level', level: 1 } },
          { others: [{ field: 'answer', value: null }] },
        ),
      ),
      [{ weight: 'remark', kind: 'too-few-subjects', subjectKind: 'officer', count: { found: 3, needed: 4 } }],
    ],
    [
      'counts nine users: too few, whatever the reason',
      [...without(...users(10, 30)), reason],
      [{ weight: 'blocks', kind: 'too-few-users', subjectKind: 'user', count: { found: 9, needed: 10 } }],
    ],
    [
      'counts ten users: enough, with a reason',
      [...without(...users(11, 30)), reason],
      [{ weight: 'remark', kind: 'fewer-users-than-target', subjectKind: 'user', count: { found: 10, needed: 30 } }],
    ],
    [
      'asks why there are 29 users',
      without(userId(30)),
      [
        { weight: 'remark', kind: 'fewer-users-than-target', count: { found: 29, needed: 30 } },
        { weight: 'blocks', kind: 'few-users-without-reason', count: { found: 29, needed: 30 } },
      ],
    ],
    [
      'does not count an interview that was broken off',
      unitWith(presence(userId(30), { state: 'absent' }), reason),
      [{ weight: 'remark', kind: 'fewer-users-than-target', count: { found: 29, needed: 30 } }],
    ],
    [
      'is none about one person in two posts',
      unitWith(presence('officer-3', { state: 'same-person', sameAs: 1 })),
      [{ weight: 'remark', kind: 'too-few-subjects', count: { found: 3, needed: 4 } }],
    ],
    [
      'is none about a post whose holder is absent',
      unitWith(presence('officer-3', { state: 'same-person', sameAs: 2 }), presence('officer-2', { state: 'absent' })),
      [{ weight: 'remark', kind: 'too-few-subjects', count: { found: 2, needed: 4 } }],
    ],
    [
      'names a post held by the holder of a vacant one',
      unitWith(presence('officer-3', { state: 'same-person', sameAs: 2 }), presence('officer-2', { state: 'vacant' })),
      [
        { weight: 'remark', kind: 'too-few-subjects', count: { found: 2, needed: 4 } },
        { weight: 'blocks', kind: 'same-person-unknown', subjectId: 'officer-3' } as Finding,
      ],
    ],
    [
      'names two posts that point at each other',
      unitWith(
        presence('officer-3', { state: 'same-person', sameAs: 2 }),
        presence('officer-2', { state: 'same-person', sameAs: 3 }),
      ),
      [
        { weight: 'remark', kind: 'too-few-subjects', count: { found: 2, needed: 4 } },
        { weight: 'blocks', kind: 'same-person-unknown', subjectId: 'officer-2' } as Finding,
        { weight: 'blocks', kind: 'same-person-unknown', subjectId: 'officer-3' } as Finding,
      ],
    ],
    [
      'blocks a unit where nobody handles complaints',
      unitWith(
        presence('complaint-officer-1', { state: 'vacant' }),
        presence('complaint-officer-2', { state: 'absent' }),
      ),
      [
        {
          weight: 'blocks',
          kind: 'too-few-subjects',
          subjectKind: 'complaint-officer',
          count: { found: 0, needed: 1 },
        },
      ],
    ],
  ])('%s', (_, cells, expected) => {
    const findings = found(cells);
    expect(findings).toHaveLength(expected.length);
    expect(findings).toMatchObject(expected);
  });

  it('names a returned point until it is answered', () => {
    const point = (state: ReturnedPoint['state']): ReturnedPoint => ({
      id: PointId.parse('00000000-0000-4000-8000-000000000001'),
      indicatorId: IndicatorId.parse('motto'),
      subjectId: null,
      reason: 'Foto menunjukkan papan yang kosong',
      returnedBy: 'Verifikator',
      returnedAt: '2024-09-01T00:00:00.000Z',
      state,
    });
    expect(found(full, [point('open')])).toMatchObject([
      { weight: 'blocks', kind: 'returned-point-open', indicatorId: 'motto', subjectId: null },
    ]);
    expect(found(full, [point('answered'), point('settled')])).toEqual([]);
  });
});

describe('findings', () => {
  const ofAny = (
    claim: (
      pick: Pick,
      cells: readonly Cell[],
      check: (of: readonly Cell[]) => readonly Finding[],
      isScored: (of: readonly Cell[]) => boolean,
    ) => void,
  ): void =>
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const pick: Pick = (highest) => gen(fc.nat, highest);
        const any = randomInstrument(pick);
        const subjects = randomSubjects(any, HEALTH, pick);
        const cells = cellsOf({ subjects, answers: answersFor(any, subjects, pick) });
        const check = (of: readonly Cell[]) =>
          checkAssessment({ instrument: any, unitKind: HEALTH, cells: of, points: [], coordinates: null });
        const plan = compileInstrument(any);
        const isScored = (of: readonly Cell[]): boolean => {
          const result = scoreUnit(plan, { unitKind: HEALTH, ...scoringInput(any, HEALTH, of) });
          // Nothing applicable at all is complete and has no score; there is nothing to hand in more of.
          return (
            result.kind === 'scored' ||
            (result.kind === 'incomplete' && result.missing[0]?.kind === 'nothing-applicable')
          );
        };
        claim(pick, cells, check, isScored);
      }),
      { numRuns: 200 },
    );

  it('come in one order, whatever the order of the cells', () => {
    ofAny((pick, cells, check) => {
      const some = cells.filter(() => pick(3) > 0);
      expect(check(shuffled(some, pick))).toEqual(check(some));
    });
  });

  it('block every unit that cannot be scored', () => {
    ofAny((pick, cells, check, isScored) => {
      const some = cells.filter(() => pick(9) > 0);
      const isBlocked = check(some).some(({ weight }) => weight === 'blocks');
      if (!isScored(some)) expect(isBlocked).toBe(true);
    });
  });
});

describe('users who answer alike', () => {
  const questions = [
    ...new Set(full.filter(({ subjectId }) => subjectId === userId(1)).map(({ indicatorId }) => indicatorId)),
  ];
  const alike = (count: number): readonly Cell[] =>
    unitWith(
      ...users(1, count).flatMap((user) =>
        questions.flatMap((id) => (id === null ? [] : [aLevel(id, user, id === 'tidak-kompeten' ? 1 : 3)])),
      ),
    );
  const remarks = (cells: readonly Cell[]) =>
    checkAssessment({ instrument, unitKind: HEALTH, cells, points: [], coordinates: null }).filter(
      ({ kind }) => kind === 'answers-alike',
    );

  it('are remarked upon from ten on', () => {
    expect(remarks(alike(9))).toEqual([]);
    expect(remarks(alike(10))).toMatchObject([{ weight: 'warns', count: { found: 10, needed: 30 } }]);
  });

  it('are not those who were not asked', () => {
    const empty = users(31, 45).map((user) => presence(user, { state: 'present' }));
    expect(remarks([...full, ...empty])).toEqual([]);
  });
});
