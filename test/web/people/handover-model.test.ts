import type { Handover, HeldTeam, HeldUnit } from '@patuh/shared/contracts/handover';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { AssessmentId, DeviceId, PeriodId, PersonId, TeamId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import {
  firstChoice,
  inputOf,
  openCount,
  teamsTo,
  unitsShared,
  unitsTo,
} from '@patuh/web/features/people/handover-model';

import { grant } from '../../support/people.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const ANI = PersonId.parse(id(1));
const BENI = PersonId.parse(id(2));

const team = (number: number, successors: readonly PersonId[], goesOnWithout = false): HeldTeam => ({
  teamId: TeamId.parse(id(number)),
  name: `Tim ${number}`,
  role: 'assessor',
  period: { id: PeriodId.parse(id(99)), name: 'Penilaian' },
  plan: 3,
  units: [],
  colleagues: [],
  successors: successors.map((personId) => ({ personId, name: personId, atHome: false })),
  goesOnWithout,
});

const unit = (number: number, successors: readonly PersonId[]): HeldUnit => ({
  assessmentId: AssessmentId.parse(id(number)),
  unitName: `Unit ${number}`,
  government: { code: GovernmentCode.parse('53.01'), name: 'Kupang' },
  periodName: 'Penilaian',
  state: 'submitted',
  dueOn: null,
  points: 0,
  successors: [...successors],
});

const handover = (parts: Partial<Handover> = {}): Handover => ({
  person: { personId: PersonId.parse(id(9)), name: 'Lena' },
  today: '2026-09-30',
  teams: [],
  units: [],
  verifiers: [ANI, BENI].map((personId) => ({ personId, name: personId })),
  fieldDevices: [],
  grants: [grant('assessor', '53'), grant('verifier', '53')],
  mayClose: true,
  ...parts,
});

const device = (waiting: number | null): Handover['fieldDevices'][number] => ({
  id: DeviceId.parse(id(7)),
  name: null,
  exchangedAt: null,
  lastSeenAt: '2026-09-30T00:00:00.000Z',
  waiting,
});

describe('what the screen proposes when somebody leaves', () => {
  it.each([12, null])('keeps the field open for a phone with %s entries unsent', (waiting) => {
    const choice = firstChoice(handover({ fieldDevices: [device(waiting)] }));
    expect(choice.taken).toEqual([grant('verifier', '53')]);
    expect(choice.signOut).toBe(false);
  });

  it('ends everything but the account where nothing is unsent', () => {
    const choice = firstChoice(handover({ fieldDevices: [device(0)] }));
    expect(choice).toMatchObject({ taken: handover().grants, signOut: true, close: false, lastDay: '2026-09-30' });
    expect(firstChoice(handover({ mayClose: false })).signOut).toBe(false);
  });

  it('chooses for nobody where there is a choice, and waits until somebody is chosen for all', () => {
    const held = handover({
      teams: [team(11, [ANI]), team(12, [ANI, BENI]), team(13, [], true), team(14, [ANI], true)],
      units: [unit(21, [BENI]), unit(22, [ANI, BENI]), unit(23, [])],
    });
    const choice = firstChoice(held);
    expect([...choice.teams.values()]).toEqual([ANI, null]);
    expect([...choice.units.values()]).toEqual([BENI, null]);
    expect(openCount(held, choice)).toBe(3);
    const all = unitsTo(held, ANI, teamsTo(held.teams, ANI, choice));
    expect(openCount(held, all)).toBe(0);
  });
});

describe('giving all of it to one person', () => {
  it('leaves out what they cannot take', () => {
    const held = handover({ teams: [team(11, [ANI]), team(12, [BENI])], units: [unit(21, [ANI]), unit(22, [BENI])] });
    const choice = unitsTo(held, BENI, teamsTo(held.teams, BENI, firstChoice(held)));
    const { teams, units } = inputOf(held, choice, ProvinceCode.parse('53'));
    expect(teams.map(({ to, plan }) => [to, plan])).toEqual([
      [ANI, 3],
      [BENI, 3],
    ]);
    expect(units.map(({ to }) => to)).toEqual([ANI, BENI]);
  });

  it('or shares the units evenly among those who may have them', () => {
    const held = handover({ units: [unit(21, [ANI, BENI]), unit(22, [ANI, BENI]), unit(23, [ANI])] });
    const { units } = unitsShared(held, firstChoice(held));
    expect(units.get(AssessmentId.parse(id(23)))).toBe(ANI);
    expect([...units.values()].filter((person) => person === ANI)).toHaveLength(2);
  });
});
