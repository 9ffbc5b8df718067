import type { PlannedUnit, UnitPlan, UnitRegister } from '@patuh/shared/contracts/units';
import { AssessmentId, UnitId } from '@patuh/shared/domain/ids';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { chosenIn, countsOf, isRemovable, mayBeLeftOut } from '@patuh/web/features/plan/plan-units-model';
import { degreesText, newUnitFrom, NOTHING_TYPED, placeFrom, shownUnits } from '@patuh/web/features/plan/units-model';
import { describe, expect, it } from 'vitest';

const idOf = (number: number): string => `0193a000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const kind = UnitKind.parse('puskesmas');

function planned(number: number, more: Partial<PlannedUnit> = {}): PlannedUnit {
  const unitId = UnitId.parse(idOf(number));
  const facts = { kind, kindName: 'Puskesmas', name: `Puskesmas ${number}`, firstTime: false, closed: false };
  return { unitId, ...facts, team: null, assessment: null, last: null, ...more };
}

const withTeam = (state: NonNullable<PlannedUnit['assessment']>['state']): Partial<PlannedUnit> => ({
  team: 'Tim Timur',
  assessment: { id: AssessmentId.parse(idOf(99)), version: 0, state, note: null, source: null },
});

const government = (units: PlannedUnit[], others: UnitPlan['governments'][number]['others'] = []) => ({
  code: GovernmentCode.parse('53.14'),
  name: 'Kabupaten Rote Ndao',
  kind: 'regency' as const,
  units,
  others,
});

describe('the plan at a glance', () => {
  it('counts what still needs the head: governments without units, units without a team', () => {
    const governments = [
      government([planned(1, { firstTime: true }), planned(2, withTeam('assigned'))]),
      government([]),
    ];
    expect(countsOf({ governments })).toEqual({ units: 2, governments: 1, empty: 1, withoutTeam: 1, firstTimes: 1 });
  });

  it('lets a unit leave only while no team ever had it, and be left out only while the field has it', () => {
    expect(isRemovable(planned(1))).toBe(true);
    expect(mayBeLeftOut(planned(1))).toBe(false);
    for (const state of ['assigned', 'in-progress', 'returned'] as const) {
      expect(isRemovable(planned(1, withTeam(state)))).toBe(false);
      expect(mayBeLeftOut(planned(1, withTeam(state)))).toBe(true);
    }
    expect(mayBeLeftOut(planned(1, withTeam('submitted')))).toBe(false);
  });

  it('keeps of a choice what can still be done after somebody else changed the plan', () => {
    const [one, two, three] = [planned(1), planned(2, withTeam('assigned')), planned(3)];
    const other = { unitId: UnitId.parse(idOf(4)), name: 'Puskesmas 4', kindName: 'Puskesmas' };
    const chosen = new Set([one.unitId, two.unitId, other.unitId, UnitId.parse(idOf(5))]);
    const plan = { governments: [government([one, two, three], [other])] };
    expect(chosenIn(plan, chosen)).toEqual({ add: [other.unitId], remove: [one.unitId] });
  });
});

describe('a unit as somebody types it', () => {
  it('is read with comma or point, and written back the same way', () => {
    const typed = {
      ...NOTHING_TYPED,
      name: ' Puskesmas Batutua ',
      kind: 'puskesmas',
      latitude: '-10,912345',
      longitude: '122.9',
    };
    const coordinates = { latitude: -10_912_345, longitude: 122_900_000 };
    expect(newUnitFrom(typed)).toEqual({ unit: { name: 'Puskesmas Batutua', kind, address: null, coordinates } });
    expect(degreesText(coordinates.latitude)).toBe('-10,912345');
  });

  it.each([
    ['half a place', { latitude: '-10,9', longitude: '' }, ['longitude']],
    ['a place in Japan', { latitude: '35,6', longitude: '139,7' }, ['latitude']],
    ['an address like a formula', { address: '=A1', latitude: '', longitude: '' }, ['address']],
    ['nothing at all', { latitude: '', longitude: '' }, []],
  ])('with %s', (_what, typed, fields) => {
    const read = placeFrom({ ...NOTHING_TYPED, ...typed });
    expect('wrong' in read ? Object.keys(read.wrong) : []).toEqual(fields);
  });
});

describe('looking for a unit', () => {
  const unit = (name: string, closedAt: string | null = null) => ({
    id: UnitId.parse(idOf(1)),
    kind,
    kindName: 'Puskesmas',
    name,
    address: null,
    coordinates: null,
    closedAt,
    assessed: [],
    seen: '',
  });
  const register: Pick<UnitRegister, 'governments'> = {
    governments: [
      { ...government([]), units: [unit('Puskesmas Oelaba'), unit('Puskesmas Lama', '2025-01-01T00:00:00.000Z')] },
      { ...government([]), code: GovernmentCode.parse('53.09'), name: 'Kabupaten Ngada', units: [] },
    ],
  };
  const names = (wanted: string, withClosed = false) =>
    shownUnits(register, { wanted, withClosed }).map(({ name, units }) => [name, ...units.map((one) => one.name)]);

  it('finds words in any order, of name, kind and government, and closed ones only when asked', () => {
    expect(names('rote oelaba')).toEqual([['Kabupaten Rote Ndao', 'Puskesmas Oelaba']]);
    expect(names('lama')).toEqual([]);
    expect(names('lama', true)).toEqual([['Kabupaten Rote Ndao', 'Puskesmas Lama']]);
  });

  it('shows governments without any unit as long as nobody looks for something', () => {
    expect(names('')).toEqual([['Kabupaten Rote Ndao', 'Puskesmas Oelaba'], ['Kabupaten Ngada']]);
  });
});
