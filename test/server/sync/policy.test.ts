import { type Decision, firstRun, receive, type Situation, usesNumber } from '@patuh/server/features/sync/policy';
import { homeOffice } from '@patuh/server/platform/home-office';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { AssessmentId } from '@patuh/shared/domain/ids';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { describe, expect, it } from 'vitest';

import { aDevice } from '../../support/changes.ts';
import { grant } from '../../support/people.ts';

const NEXT: Situation = {
  known: 'none',
  seq: 5,
  lastSeq: 4,
  assessment: { state: 'in-progress', published: false },
  misfit: undefined,
  withdraws: false,
};

function told(decision: Decision): string {
  switch (decision.kind) {
    case 'held':
      return `held ${decision.expected}`;
    case 'turned-away':
    case 'quarantined':
      return `${decision.kind} ${decision.reason}`;
    case 'duplicate':
      return `again ${decision.of}`;
    case 'late':
      return `late ${decision.decision}`;
    case 'taken':
      return decision.kind;
    default:
      return decision satisfies never;
  }
}

describe('what becomes of a change', () => {
  const cases: readonly (readonly [string, Partial<Situation>, string])[] = [
    ['the next one of its device', {}, 'taken'],
    ['the first one of a new device', { seq: 1, lastSeq: 0 }, 'taken'],
    ['stored before', { known: 'placed', lastSeq: 9 }, 'again placed'],
    ['stored before, and late then', { known: 'late', lastSeq: 9 }, 'again late'],
    ['stored before and not the next', { known: 'placed', seq: 50 }, 'again placed'],
    ['stored before, of a unit that is another team’s now', { known: 'placed', assessment: undefined }, 'again placed'],
    ['refused before', { known: { refused: 'wrong-field' }, lastSeq: 9 }, 'turned-away wrong-field'],
    ['after a gap', { seq: 7 }, 'held 5'],
    ['after a gap, of a unit that is not known', { seq: 7, assessment: undefined }, 'held 5'],
    ['after a gap, under a used id', { seq: 7, known: 'other' }, 'held 5'],
    ['under a used number', { seq: 4 }, 'turned-away number-used'],
    ['under a used number and id', { seq: 4, known: 'other' }, 'turned-away id-used'],
    ['the next one, under a used id', { known: 'other' }, 'quarantined id-used'],
    ['of a unit that is not known', { assessment: undefined }, 'quarantined unknown-assessment'],
    ['of another instrument', { misfit: 'unknown-indicator' }, 'quarantined unknown-indicator'],
  ];
  it.each(cases)('%s', (_name, situation, outcome) => {
    expect(told(receive({ ...NEXT, ...situation }))).toBe(outcome);
  });

  const states: readonly (readonly [AssessmentState, string, string])[] = [
    ['assigned', 'taken', 'taken'],
    ['in-progress', 'taken', 'taken'],
    ['submitted', 'late waiting', 'late waiting'],
    ['returned', 'taken', 'taken'],
    ['verified', 'late waiting', 'late after-publication'],
    ['final', 'late waiting', 'late after-publication'],
    ['not-assessed', 'late waiting', 'late after-publication'],
  ];
  it.each(states)('of a unit that is %s: %s, and %s once its result is published', (state, before, after) => {
    expect(told(receive({ ...NEXT, assessment: { state, published: false } }))).toBe(before);
    expect(told(receive({ ...NEXT, assessment: { state, published: true } }))).toBe(after);
  });

  it.each(states)('of a unit that is %s: taken, where a user takes the interview back', (state) => {
    for (const published of [false, true]) {
      expect(told(receive({ ...NEXT, assessment: { state, published }, withdraws: true }))).toBe('taken');
    }
  });

  it('that takes an interview back keeps to the numbers of its device all the same', () => {
    expect(told(receive({ ...NEXT, withdraws: true, seq: 7 }))).toBe('held 5');
    expect(told(receive({ ...NEXT, withdraws: true, assessment: undefined }))).toBe('quarantined unknown-assessment');
  });
});

describe('the number of a device', () => {
  const cases: readonly (readonly [string, Partial<Situation>, boolean])[] = [
    ['that is the next, of a change that is taken', {}, true],
    ['that is the next, of a change that is refused', { assessment: undefined }, true],
    ['that is the next, of what was stored under another number', { known: 'placed' }, true],
    ['that is the next, of what came late under another number', { known: 'late' }, true],
    ['that is the next, of what was refused under another number', { known: { refused: 'wrong-field' } }, true],
    ['that is the next, under an id of something else', { known: 'other' }, true],
    ['that comes again', { known: 'placed', seq: 4 }, false],
    ['that was used by something else', { seq: 4 }, false],
    ['behind a gap, of what was stored before', { known: 'placed', seq: 7 }, false],
    ['behind a gap', { seq: 7 }, false],
  ];
  it.each(cases)('%s', (_name, wish, expected) => {
    const situation = { ...NEXT, ...wish };
    expect(usesNumber(receive(situation), situation)).toBe(expected);
  });
});

describe('the runs of a push', () => {
  const [here, there, nowhere] = ['1', '2', '3'].map((digit) =>
    AssessmentId.parse(`00000000-0000-4000-8000-00000000000${digit}`),
  ) as [AssessmentId, AssessmentId, AssessmentId];
  const offices = new Map([
    [here, ProvinceCode.parse('53')],
    [there, ProvinceCode.parse('19')],
  ]);
  const device = aDevice();
  const of = (ids: readonly AssessmentId[]): readonly string[] => {
    const runs: string[] = [];
    let rest = ids.map((id) => device.level(id, {}, 1));
    while (rest.length > 0) {
      const { office, run } = firstRun(rest, (id) => offices.get(id), ProvinceCode.parse('61'));
      runs.push(`${office}:${run.length}`);
      rest = rest.slice(run.length);
    }
    return runs;
  };

  it.each([
    [[here, here], ['53:2']],
    [
      [here, there, here],
      ['53:1', '19:1', '53:1'],
    ],
    [
      [nowhere, here, nowhere, there],
      ['53:3', '19:1'],
    ],
    [[nowhere, nowhere], ['61:2']],
  ])('cut where the office changes, and only there', (ids, runs) => {
    expect(of(ids)).toEqual(runs);
  });

  it('tell the office somebody works for in the field, or the national one', () => {
    expect(homeOffice({ grants: [grant('verifier', '19'), grant('enumerator', '53')] })).toBe('53');
    expect(homeOffice({ grants: [grant('national-admin')] })).toBe('pusat');
  });
});
