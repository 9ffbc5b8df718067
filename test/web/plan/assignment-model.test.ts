import type { PlannedUnit, PlanWarning, TeamPlan } from '@patuh/shared/contracts/teams';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { stepFrom } from '../../../web/src/features/plan/assignment-keys.ts';
import {
  changesBetween,
  chosenUnits,
  NO_FILTER,
  shownUnits,
  withRange,
} from '../../../web/src/features/plan/assignment-model.ts';

const id = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const team = (n: number): TeamId => TeamId.parse(id(1, n));
const unit = (n: number): UnitId => UnitId.parse(id(3, n));

function aUnit(n: number, of: number | null, more: Partial<PlannedUnit> = {}): PlannedUnit {
  return {
    id: unit(n),
    name: `Puskesmas ${n}`,
    kindName: 'Puskesmas',
    government: { code: GovernmentCode.parse('53.14'), name: 'Kabupaten Rote Ndao' },
    firstTime: false,
    teamId: of === null ? null : team(of),
    assessmentId: null,
    state: null,
    formerTeams: [],
    ...more,
  };
}

function aPlan(units: readonly PlannedUnit[], more: Partial<TeamPlan> = {}): TeamPlan {
  return {
    version: 1,
    changed: null,
    opened: true,
    mayChange: true,
    teams: [1, 2].map((n) => ({ id: team(n), name: `Tim ${n}`, members: [], units: 0, handedIn: 0 })),
    units: [...units],
    warnings: [],
    candidates: [],
    ...more,
  };
}

const numbers = (units: readonly PlannedUnit[]): readonly number[] => units.map((one) => Number(one.id.slice(-12)));

describe('the table of units', () => {
  const warning = (n: number, reason?: string): PlanWarning => ({
    key: `${n}`,
    kind: 'home-government',
    teamId: team(1),
    unitId: unit(n),
    person: null,
    answer: reason === undefined ? null : { reason, by: 'Ani', at: '2026-11-22T05:00:00.000Z' },
  });
  const plan = aPlan(
    [
      aUnit(1, 1),
      aUnit(2, null, { kindName: 'Dinas Kesehatan' }),
      aUnit(3, 2, { government: { code: GovernmentCode.parse('53.20'), name: 'Kabupaten Sabu Raijua' } }),
    ],
    { warnings: [warning(1, 'Tidak ada orang lain.'), warning(3)] },
  );

  it.each([
    ['words of name, kind and government, in any order', { text: 'RAIJUA puskesmas' }, [3]],
    ['a government', { government: '53.14' }, [1, 2]],
    ['a team', { team: team(2) }, [3]],
    ['those without a team', { team: '' }, [2]],
    ['those with a warning that nobody answered', { warned: true }, [3]],
    ['nothing at all', {}, [1, 2, 3]],
  ])('is filtered by %s', (_, filter, expected) => {
    expect(numbers(shownUnits(plan, { ...NO_FILTER, ...filter }))).toEqual(expected);
  });
});

describe('what somebody chose', () => {
  it('stays when the plan changes, without what is no longer in it', () => {
    const chosen = new Set([unit(1), unit(3), unit(9)]);
    expect(numbers(chosenUnits(aPlan([aUnit(1, 2), aUnit(2, 1), aUnit(3, null)]), chosen))).toEqual([1, 3]);
  });

  it('grows by every line between two, whichever is further up, and loses none', () => {
    const rows = Array.from({ length: 8 }, (_, n) => unit(n));
    const line = fc.nat({ max: 7 });
    fc.assert(
      fc.property(fc.array(line), line, line, (before, from, to) => {
        const chosen = withRange(new Set(before.map(unit)), rows, unit(from), unit(to));
        const between = rows.filter((_, n) => n >= Math.min(from, to) && n <= Math.max(from, to));
        expect(chosen).toEqual(new Set([...before.map(unit), ...between]));
      }),
    );
  });
});

describe('the keyboard', () => {
  it.each([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['Home', 0],
    ['End', 4],
    ['Enter', 0],
  ])('%s leads from the first of five lines to line %i', (key, to) => {
    expect(stepFrom(key, 0, 5)).toBe(to);
  });
});

describe('what another head changed', () => {
  it('is told: units that moved, came and went, and teams that are others; nothing else', () => {
    const seen = aPlan([aUnit(1, 1), aUnit(2, null), aUnit(3, 2)]);
    const member = {
      personId: PersonId.parse(id(2, 1)),
      name: 'Ani',
      role: 'assessor' as const,
      leftAt: null,
      unable: null,
      cameAfter: null,
    };
    const now = aPlan([aUnit(1, 2), aUnit(3, 2), aUnit(4, null)], {
      version: 2,
      teams: seen.teams.map((one) =>
        one.id === team(2) ? { ...one, members: [member], units: 3 } : { ...one, units: 1 },
      ),
    });
    const { moved, added, removed, teams } = changesBetween(seen, now);
    expect(moved.map(({ unit: { name }, team: to }) => [name, to])).toEqual([['Puskesmas 1', 'Tim 2']]);
    expect([numbers(added), numbers(removed), teams.map(({ name }) => name)]).toEqual([[4], [2], ['Tim 2']]);
  });
});
