import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Role, ROLES } from '@patuh/shared/domain/actor';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { PersonId } from '@patuh/shared/domain/ids';
import {
  type Decision,
  whyNotAccept,
  whyNotAcceptPlaces,
  whyNotAllow,
  whyNotDecideLate,
  whyNotReopen,
  whyNotReturn,
  whyNotSettle,
} from '@patuh/server/features/verification/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grant } from '../../support/people.ts';

const ME = PersonId.parse('00000000-0000-4000-8000-000000000001');
const OTHER = PersonId.parse('00000000-0000-4000-8000-000000000002');
const place = { province: ProvinceCode.parse('53'), government: GovernmentCode.parse('53.14') };
const VERSION = 7;
/** Since then nothing but files arrived. */
const UNCHANGED_SINCE = 5;
const STRANGE_UNIT = '00000000-0000-4000-8000-00000000000f';

function scopeOf(role: Role): string | undefined {
  if (role === 'national-admin') return undefined;
  if (role === 'unit-contact') return STRANGE_UNIT;
  return role === 'sekda' ? '53.14' : '53';
}

function decision(
  role: Role,
  state: AssessmentState,
  involvement: Decision['involvement'] = { collected: false, excepted: false },
): Decision {
  const actor = { personId: ME, grants: [grant(role, scopeOf(role))] };
  return { actor, assessment: { state, place, version: VERSION, unchangedSince: UNCHANGED_SINCE }, involvement };
}

const DECISIONS: Readonly<
  Record<
    string,
    {
      readonly states: readonly AssessmentState[];
      readonly why: (d: Decision, seen: number) => ProblemCode | undefined;
    }
  >
> = {
  return: { states: ['submitted', 'verified', 'final'], why: whyNotReturn },
  settle: { states: ['submitted', 'returned'], why: whyNotSettle },
  accept: { states: ['submitted'], why: (d, seen) => whyNotAccept(d, { seen, openPoints: 0, waitingLate: 0 }) },
  'decide late': {
    states: ['submitted', 'returned', 'verified', 'final'],
    why: (d, seen) => whyNotDecideLate(d, { seen, decided: false }),
  },
  reopen: { states: ['not-assessed'], why: whyNotReopen },
};

describe.each(Object.entries(DECISIONS))('to %s', (name, { states, why }) => {
  it.each(ROLES.flatMap((role) => ASSESSMENT_STATES.map((state) => [role, state] as const)))(
    'is answered for a %s where the unit is %s',
    (role, state) => {
      expect(why(decision(role, state), VERSION)).toBe(expected(role, state));
    },
  );

  const expected = (role: Role, state: AssessmentState): ProblemCode | undefined => {
    if (role === 'head' || role === 'national-admin') return 'not-permitted';
    if (role !== 'verifier') return 'not-found';
    if (states.includes(state)) return undefined;
    return name === 'reopen' ? 'already-decided' : 'assessment-not-submitted';
  };

  it('is refused to who collected, whatever else holds, unless the head allowed it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ASSESSMENT_STATES), fc.integer({ min: 0, max: 20 }), (state, seen) => {
        expect(why(decision('verifier', state, { collected: true, excepted: false }), seen)).toBe('own-collection');
        expect(why(decision('verifier', state, { collected: true, excepted: true }), seen)).toBe(
          why(decision('verifier', state), seen),
        );
      }),
    );
  });

  it('is possible on a version from which on nothing but files arrived, and on no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: 0, max: 20 }), (state, seen) => {
        const reason = why(decision('verifier', state), seen);
        const isAsItWas = seen >= UNCHANGED_SINCE && seen <= VERSION;
        expect(reason).toBe(isAsItWas ? undefined : 'changed-meanwhile');
      }),
    );
  });
});

describe('to accept', () => {
  it('waits for open points first, then for late changes', () => {
    const submitted = decision('verifier', 'submitted');
    const why = (openPoints: number, waitingLate: number) =>
      whyNotAccept(submitted, { seen: VERSION, openPoints, waitingLate });
    expect([why(1, 1), why(1, 0), why(0, 1), why(0, 0)]).toEqual([
      'points-open',
      'points-open',
      'late-changes-waiting',
      undefined,
    ]);
  });
});

describe('to decide a late change', () => {
  it('is not possible twice', () => {
    expect(whyNotDecideLate(decision('verifier', 'submitted'), { seen: VERSION, decided: true })).toBe(
      'already-decided',
    );
  });
});

describe('to let somebody verify what they collected', () => {
  const verifiers = [{ personId: OTHER, collected: true }];
  const asked = { personId: OTHER, verifiers, excepted: false };
  const by = (role: Role) => decision(role, 'submitted').actor;

  it.each(ROLES)('is answered for a %s', (role) => {
    const seesIt = role === 'verifier' || role === 'national-admin';
    const reason = role === 'head' ? undefined : seesIt ? 'not-permitted' : 'not-found';
    expect(whyNotAllow(by(role), place, asked)).toBe(reason);
  });

  it.each([
    ['themself', { ...asked, personId: ME }, 'not-on-oneself'],
    ['somebody who is no verifier here', { ...asked, verifiers: [] }, 'person-not-verifier'],
    ['who did not collect', { ...asked, verifiers: [{ personId: OTHER, collected: false }] }, 'exception-not-needed'],
    ['who was allowed before', { ...asked, excepted: true }, 'already-decided'],
    [
      'somebody while another did not collect',
      { ...asked, verifiers: [...verifiers, { personId: ME, collected: false }] },
      'other-verifier-exists',
    ],
  ] as const)('is refused to a head for %s', (_, question, reason) => {
    expect(whyNotAllow(by('head'), place, question)).toBe(reason);
  });
});

describe('accepting answers one by one', () => {
  it.each(ASSESSMENT_STATES)(
    'is for verifiers who did not collect, while somebody vouches for the unit: %s',
    (state) => {
      const open = ['submitted', 'returned', 'verified', 'final'].includes(state);
      expect(whyNotAcceptPlaces(decision('verifier', state))).toBe(open ? undefined : 'assessment-not-submitted');
      const collected = { collected: true, excepted: false };
      expect(whyNotAcceptPlaces(decision('verifier', state, collected))).toBe('own-collection');
      expect(whyNotAcceptPlaces(decision('head', state))).toBe('not-permitted');
      expect(whyNotAcceptPlaces(decision('assessor', state))).toBe('not-found');
    },
  );
});
