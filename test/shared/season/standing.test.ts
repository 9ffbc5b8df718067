import type { StateTally } from '@patuh/shared/contracts/office-units';
import { ASSESSMENT_STATES } from '@patuh/shared/domain/assessment';
import { doneOf, standingOf } from '@patuh/shared/season/standing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NONE: StateTally = {
  assigned: 0,
  'in-progress': 0,
  submitted: 0,
  returned: 0,
  verified: 0,
  final: 0,
  'not-assessed': 0,
};

describe('the word for a government', () => {
  it.each([
    ['nothing', {}, 0],
    ['without-team', { final: 6 }, 1],
    ['not-begun', { assigned: 7 }, 0],
    ['in-field', { assigned: 6, 'in-progress': 1 }, 0],
    ['in-field', { assigned: 6, submitted: 1 }, 0],
    ['in-field', { returned: 1, final: 6 }, 0],
    ['in-review', { submitted: 1, final: 6 }, 0],
    ['done', { verified: 3, final: 3, 'not-assessed': 1 }, 0],
  ] as const)('is %s for %o', (standing, states, withoutTeam) => {
    expect(standingOf({ states: { ...NONE, ...states }, withoutTeam })).toBe(standing);
  });

  it('is done only when every unit is, and never for a government without units', () => {
    const Tally = fc.record(
      Object.fromEntries(ASSESSMENT_STATES.map((state) => [state, fc.nat(3)])) as Record<
        keyof StateTally,
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(Tally, fc.nat(2), (states, withoutTeam) => {
        const all = Object.values(states).reduce((sum, count) => sum + count, 0) + withoutTeam;
        const isDone = standingOf({ states, withoutTeam }) === 'done';
        expect(isDone).toBe(all > 0 && doneOf(states) === all);
      }),
    );
  });
});
