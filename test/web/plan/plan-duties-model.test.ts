import type { DutyTable, DutyUnit } from '@patuh/shared/contracts/duties';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { AssessmentId, PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import {
  givenTo,
  inputOf,
  isMeanwhile,
  loadsOf,
  sharedOut,
  wished,
  type Wishes,
} from '@patuh/web/features/plan/plan-duties-model';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const ANI = PersonId.parse(id(1));
const BENI = PersonId.parse(id(2));
const NONE: Wishes = new Map();

const unit = (number: number, parts: Partial<DutyUnit> = {}): DutyUnit => ({
  assessmentId: AssessmentId.parse(id(number)),
  unitName: `Unit ${number}`,
  government: { code: GovernmentCode.parse('53.01'), name: 'Kupang' },
  team: 'Tim',
  state: 'in-progress',
  submittedAt: null,
  duty: null,
  barred: [],
  ...parts,
});

const table = (...units: DutyUnit[]): DutyTable => ({
  period: { id: PeriodId.parse(id(99)), name: 'Penilaian', reviewDays: 14 },
  verifiers: [
    { personId: ANI, name: 'Ani' },
    { personId: BENI, name: 'Beni' },
  ],
  units,
  mayAssign: true,
});

const held = { duty: { personId: ANI, name: 'Ani', dueOn: '2026-09-30' } };

describe('choosing verifiers', () => {
  it('sends what stood on the screen when it was chosen, and nothing for a choice that was taken back', () => {
    const one = unit(11, held);
    const wishes = wished(NONE, one, { personId: BENI, dueOn: null });
    expect(inputOf(wishes, ProvinceCode.parse('53')).duties).toEqual([
      { assessmentId: one.assessmentId, personId: BENI, dueOn: null, seen: { personId: ANI, dueOn: '2026-09-30' } },
    ]);
    expect(wished(wishes, one, { personId: ANI, dueOn: null }).size).toBe(0);
    expect(wished(NONE, one, { personId: ANI, dueOn: '2026-10-02' }).size).toBe(1);
  });

  it('notices what somebody else changed after the choice', () => {
    const before = unit(11, held);
    const wish = wished(NONE, before, { personId: BENI, dueOn: null }).get(before.assessmentId);
    if (wish === undefined) throw new Error('There is a wish.');
    expect(isMeanwhile(before, wish)).toBe(false);
    expect(isMeanwhile(unit(11), wish)).toBe(true);
    expect(isMeanwhile(unit(11, { duty: { ...held.duty, dueOn: null } }), wish)).toBe(true);
  });

  it('in bulk leaves out the units that somebody must not have', () => {
    const wishes = givenTo(NONE, [unit(11), unit(12, { barred: [ANI] }), unit(13, held)], ANI);
    expect([...wishes.keys()]).toEqual([id(11)]);
    expect(givenTo(NONE, [unit(12, { barred: [ANI] }), unit(13, held)], null).size).toBe(1);
  });

  it('shares out only what nobody has and what is not finished, counting what is chosen already', () => {
    const units = table(unit(11), unit(12, held), unit(13, { state: 'final' }), unit(14));
    const wishes = sharedOut(units, wished(NONE, unit(11), { personId: BENI, dueOn: null }));
    expect([...wishes.keys()].toSorted()).toEqual([id(11), id(14)]);
    expect(loadsOf(units, wishes)).toEqual({
      people: [
        { name: 'Ani', count: 2 },
        { name: 'Beni', count: 1 },
      ],
      nobodys: 0,
    });
  });
});
