import { type PlanFacts, planWarnings, warningKey } from '@patuh/shared/checks/plan-warnings';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const team = (n: number): TeamId => TeamId.parse(id(1, n));
const person = (n: number): PersonId => PersonId.parse(id(2, n));
const unit = (n: number): UnitId => UnitId.parse(id(3, n));
const ROTE = GovernmentCode.parse('53.14');
const SABU = GovernmentCode.parse('53.20');

const member = (n: number, more: Partial<PlanFacts['teams'][number]['members'][number]> = {}) => ({
  personId: person(n),
  mayHandIn: true,
  home: null,
  ...more,
});
const aUnit = (n: number, of: number | null, more: Partial<PlanFacts['units'][number]> = {}) => ({
  id: unit(n),
  government: ROTE,
  teamId: of === null ? null : team(of),
  lastSeason: [],
  verifier: null,
  ...more,
});

/** Teams with so many units each, everybody able to hand in. */
function teamsWith(...counts: readonly number[]): PlanFacts {
  let next = 0;
  return {
    teams: counts.map((_, index) => ({ id: team(index), members: [member(index)] })),
    units: counts.flatMap((count, index) => Array.from({ length: count }, () => aUnit((next += 1), index))),
  };
}

const kinds = (facts: PlanFacts): readonly string[] => planWarnings(facts).map(({ kind }) => kind);

describe('what should make a head look again', () => {
  it('is a member who assesses where they come from', () => {
    const teams = [{ id: team(1), members: [member(1, { home: ROTE }), member(2, { home: SABU })] }];
    expect(planWarnings({ teams, units: [aUnit(1, 1)] })).toEqual([
      { kind: 'home-government', teamId: team(1), unitId: unit(1), personId: person(1) },
    ]);
  });

  it('is a member who assessed the unit last season, and one who is to verify it', () => {
    const teams = [{ id: team(1), members: [member(1), member(2)] }];
    const units = [aUnit(1, 1, { lastSeason: [person(1)], verifier: person(2) }), aUnit(2, 1)];
    expect(planWarnings({ teams, units }).map(({ kind, personId }) => [kind, personId])).toEqual([
      ['same-as-last-season', person(1)],
      ['verifies-there', person(2)],
    ]);
  });

  it('is a team with units that nobody could hand in, but not one that has none yet', () => {
    const members = [member(1, { mayHandIn: false })];
    expect(kinds({ teams: [{ id: team(1), members }], units: [aUnit(1, 1)] })).toEqual(['nobody-hands-in']);
    expect(kinds({ teams: [{ id: team(1), members }], units: [aUnit(1, null)] })).toEqual([]);
  });

  it.each([
    ['three above the mean, and one and a half times as many', [9, 3], ['workload']],
    ['three above the mean, but not one and a half times', [30, 25, 26], []],
    ['one and a half times as many, but not three above', [4, 1], []],
    ['exactly at both bounds', [9, 3, 6], ['workload']],
    ['one team alone', [40], []],
    ['a fair share with a remainder', [8, 7, 7], []],
  ] as const)('workload: %s', (_, counts, expected) => {
    expect(kinds(teamsWith(...counts))).toEqual(expected);
  });

  it('is nothing about units that no team has', () => {
    const teams = [{ id: team(1), members: [member(1, { home: ROTE })] }];
    expect(kinds({ teams, units: [aUnit(1, null, { lastSeason: [person(1)], verifier: person(1) })] })).toEqual([]);
  });

  it('has a key of its own each, whatever the plan', () => {
    const plans = fc.record({
      homes: fc.array(fc.constantFrom(ROTE, SABU, null), { minLength: 1, maxLength: 6 }),
      given: fc.array(fc.nat(3), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(plans, ({ homes, given }) => {
        const members = homes.map((home, n) => member(n, { home, mayHandIn: home !== null }));
        const found = planWarnings({
          teams: [0, 1, 2].map((n) => ({ id: team(n), members: members.filter((_, m) => m % 3 === n) })),
          units: given.map((of, n) => aUnit(n, of === 3 ? null : of, { lastSeason: [person(0)], verifier: person(1) })),
        });
        expect(new Set(found.map(warningKey)).size).toBe(found.length);
      }),
    );
  });
});
