import type { OfficeUnit } from '@patuh/shared/contracts/office-units';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { groupsOf, isHandedIn, queryIn, searchWith, tallyOf, totalOf } from '@patuh/web/features/office/units-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ME = PersonId.parse('00000000-0000-4000-8000-00000000000a');

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
    filesOutstanding: 0,
    openPoints: 0,
    lateChanges: 0,
    submittedAt: null,
    duty: null,
    score: null,
    zone: null,
    collectedByMe: false,
    ...more,
  };
}

describe('the counts above the list', () => {
  it('add up to all units, whatever their states', () => {
    const Count = fc.nat(500);
    const States = fc.record({
      assigned: Count,
      'in-progress': Count,
      submitted: Count,
      returned: Count,
      verified: Count,
      final: Count,
      'not-assessed': Count,
    });
    fc.assert(
      fc.property(States, (states) => {
        const sum = Object.values(tallyOf(states)).reduce((all, count) => all + count, 0);
        expect(sum).toBe(totalOf(states));
      }),
    );
  });
});

describe('the address of the list', () => {
  const period = '00000000-0000-4000-8000-000000000002';

  it('says what the list is narrowed to, and what is no filter is left out', () => {
    const search = `periode=${period}&provinsi=53&keadaan=submitted&pemda=53.14&saya=1&cari=baa&hal=3`;
    expect(queryIn(new URLSearchParams(search))).toEqual({
      period,
      province: '53',
      state: 'submitted',
      government: '53.14',
      mine: '1',
      name: 'baa',
      page: 3,
    });
    const nothing = Object.values(queryIn(new URLSearchParams('keadaan=hilang&saya=ya&hal=0&periode=x&provinsi=NTT')));
    expect(nothing.filter((value) => value !== undefined)).toEqual([]);
  });

  it('goes back to the first page with every filter, and forgets a government with its province', () => {
    const after = (name: string, value: string) =>
      searchWith(new URLSearchParams('provinsi=53&pemda=53.14&hal=3'), name, value).toString();
    expect(after('keadaan', 'submitted')).toBe('provinsi=53&pemda=53.14&keadaan=submitted');
    expect(after('provinsi', '19')).toBe('provinsi=19');
    expect(after('pemda', '')).toBe('provinsi=53');
    expect(after('hal', '4')).toBe('provinsi=53&pemda=53.14&hal=4');
  });
});

describe('the groups of the list', () => {
  it('hold every unit once: own duties that are open, then by government in the order of the list', () => {
    const other = { code: GovernmentCode.parse('53.09'), name: 'Kabupaten Ngada' };
    const duty = { personId: ME, name: 'Saya', dueOn: null, daysLeft: null };
    const units = [
      aUnit('submitted', { government: other, duty }),
      aUnit('submitted', { government: other }),
      aUnit('returned'),
      aUnit('final', { duty }),
    ];
    expect(groupsOf(units, ME).map(({ key, units: own }) => [key, own.length])).toEqual([
      ['own', 1],
      ['53.09', 1],
      ['53.14', 2],
    ]);
  });
});

describe('what came late', () => {
  it('waits for the office only once the unit was handed in', () => {
    const handedIn = ASSESSMENT_STATES.filter(isHandedIn);
    expect(handedIn).toEqual(['submitted', 'returned', 'verified', 'final']);
  });
});
