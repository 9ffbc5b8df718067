import type { OfficeUnit } from '@patuh/shared/contracts/verification';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { AssessmentId } from '@patuh/shared/domain/ids';
import { byGovernment, filtersIn, fits, tallyOf, waitsForMe } from '@patuh/web/features/office/units-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function aUnit(state: AssessmentState, more: Partial<OfficeUnit> = {}): OfficeUnit {
  return {
    assessmentId: AssessmentId.parse('00000000-0000-4000-8000-000000000001'),
    unitName: 'Dinas Kesehatan',
    unitKindName: 'Dinas Kesehatan',
    government: { code: GovernmentCode.parse('53.14'), name: 'Kabupaten Rote Ndao' },
    team: 'Tim 1',
    state,
    notAssessedNote: null,
    answered: 0,
    expected: 217,
    users: { interviewed: 0, target: 30, minimum: 10 },
    openPoints: 0,
    lateChanges: 0,
    submittedAt: null,
    score: null,
    zone: null,
    collectedByMe: false,
    ...more,
  };
}

describe('the counts above the list', () => {
  it('add up to all units, whatever their states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ASSESSMENT_STATES)), (states) => {
        const tally = tallyOf(states.map((state) => aUnit(state)));
        expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(states.length);
      }),
    );
  });
});

describe('what waits for a verifier', () => {
  it.each([
    ['handed in', aUnit('submitted'), true],
    ['handed in, but collected by them', aUnit('submitted', { collectedByMe: true }), false],
    ['verified, with a late change', aUnit('final', { lateChanges: 1 }), true],
    ['not assessed, with a late change', aUnit('not-assessed', { lateChanges: 1 }), false],
    ['opened again, with a late change', aUnit('in-progress', { lateChanges: 1 }), false],
    ['given back', aUnit('returned', { openPoints: 2 }), false],
    ['in the field', aUnit('in-progress'), false],
  ] as const)('%s', (_, unit, waits) => {
    expect(waitsForMe(unit)).toBe(waits);
  });
});

describe('the filters', () => {
  it('are read from the address, and what is not a filter there is none', () => {
    expect(filtersIn(new URLSearchParams('keadaan=submitted&pemda=53.14&saya=1'))).toEqual({
      state: 'submitted',
      government: '53.14',
      needsMe: true,
    });
    expect(filtersIn(new URLSearchParams('keadaan=hilang&saya=ya'))).toEqual({
      state: null,
      government: null,
      needsMe: false,
    });
  });

  it('leave exactly the units that fit all of them', () => {
    const units = [aUnit('submitted'), aUnit('returned'), aUnit('submitted', { collectedByMe: true })];
    const left = (query: string) => units.filter((unit) => fits(unit, filtersIn(new URLSearchParams(query)))).length;
    expect([left(''), left('keadaan=submitted'), left('keadaan=submitted&saya=1'), left('pemda=53.09')]).toEqual([
      3, 2, 1, 0,
    ]);
  });
});

describe('grouping by government', () => {
  it('keeps every unit once, in the order of the list', () => {
    const other = { code: GovernmentCode.parse('53.09'), name: 'Kabupaten Ngada' };
    const units = [aUnit('submitted', { government: other }), aUnit('returned'), aUnit('final')];
    expect(byGovernment(units).map(({ government, units: own }) => [government.code, own.length])).toEqual([
      ['53.09', 1],
      ['53.14', 2],
    ]);
  });
});
