import { type Decision, firstRun, receive, type Situation } from '@patuh/server/features/sync/policy';
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
};

function told(decision: Decision): string {
  switch (decision.kind) {
    case 'held':
      return `held ${decision.expected}`;
    case 'turned-away':
    case 'quarantined':
      return `${decision.kind} ${decision.reason}`;
    case 'duplicate':
    case 'late':
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
    ['stored before', { known: 'same', lastSeq: 9 }, 'duplicate'],
    ['stored before and not the next', { known: 'same', seq: 50 }, 'duplicate'],
    ['stored before, of a unit that is closed now', { known: 'same', assessment: undefined }, 'duplicate'],
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
    ['submitted', 'late', 'late'],
    ['returned', 'taken', 'taken'],
    ['verified', 'late', 'quarantined closed'],
    ['final', 'late', 'quarantined closed'],
    ['not-assessed', 'quarantined closed', 'quarantined closed'],
  ];
  it.each(states)('of a unit that is %s: %s, and %s once its result is published', (state, before, after) => {
    expect(told(receive({ ...NEXT, assessment: { state, published: false } }))).toBe(before);
    expect(told(receive({ ...NEXT, assessment: { state, published: true } }))).toBe(after);
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
