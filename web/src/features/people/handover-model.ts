import type { Handover, HandOverInput, HeldTeam } from '@patuh/shared/contracts/handover';
import type { FieldDevice } from '@patuh/shared/contracts/people';
import type { Grant } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId, TeamId } from '@patuh/shared/domain/ids';
import { shareDuties } from '@patuh/shared/domain/share-duties';

/** What is chosen on the screen so far; a team or unit that is not in it waits for a choice. */
export interface Choice {
  readonly teams: ReadonlyMap<TeamId, PersonId | null>;
  readonly units: ReadonlyMap<AssessmentId, PersonId | null>;
  readonly taken: readonly Grant[];
  readonly signOut: boolean;
  readonly close: boolean;
  readonly lastDay: string;
}

/** Whether the devices may still hold something that was not sent. */
export function mayHoldWork(devices: readonly FieldDevice[]): boolean {
  return devices.some(({ waiting }) => waiting !== 0);
}

/**
 * What is proposed: everything ends, but whoever may still have something unsent keeps the roles of the field and the devices
 * until it came. Where only one person can take something over, or nobody is needed or possible, that is chosen.
 */
export function firstChoice(handover: Handover): Choice {
  const waits = mayHoldWork(handover.fieldDevices);
  return {
    teams: new Map(
      handover.teams.flatMap((team) => {
        const to = onlyFor(team);
        return to === undefined ? [] : [[team.teamId, to] as const];
      }),
    ),
    units: new Map(
      handover.units.flatMap(({ assessmentId, successors }) =>
        successors.length > 1 ? [] : [[assessmentId, successors[0] ?? null] as const],
      ),
    ),
    taken: handover.grants.filter(({ role }) => !waits || (role !== 'assessor' && role !== 'enumerator')),
    signOut: handover.mayClose && !waits,
    close: false,
    lastDay: handover.today,
  };
}

/** Who takes the place in a team where there is no choice; null for nobody. */
function onlyFor({ successors, goesOnWithout }: HeldTeam): PersonId | null | undefined {
  if (goesOnWithout) return successors.length === 0 ? null : undefined;
  return successors.length === 1 ? successors[0]?.personId : undefined;
}

/** How many things nobody was chosen for. */
export function openCount({ teams, units }: Handover, choice: Choice): number {
  return (
    teams.filter(({ teamId }) => !choice.teams.has(teamId)).length +
    units.filter(({ assessmentId }) => !choice.units.has(assessmentId)).length
  );
}

/** One person for every team that they can take; the others stay as they are. */
export function teamsTo(teams: readonly HeldTeam[], person: PersonId, choice: Choice): Choice {
  const able = teams.filter(({ successors }) => successors.some(({ personId }) => personId === person));
  return { ...choice, teams: new Map([...choice.teams, ...able.map(({ teamId }) => [teamId, person] as const)]) };
}

/** One verifier for every unit that they can have; the others stay as they are. */
export function unitsTo({ units }: Pick<Handover, 'units'>, person: PersonId, choice: Choice): Choice {
  const able = units.filter(({ successors }) => successors.includes(person));
  return {
    ...choice,
    units: new Map([...choice.units, ...able.map(({ assessmentId }) => [assessmentId, person] as const)]),
  };
}

/** Every unit anew, as evenly as four eyes allow. */
export function unitsShared({ units, verifiers }: Pick<Handover, 'units' | 'verifiers'>, choice: Choice): Choice {
  const people = verifiers.map(({ personId }) => personId);
  const given = shareDuties(
    units.map(({ assessmentId, government, successors }) => ({
      id: assessmentId,
      government: government.code,
      personId: null,
      barred: people.filter((person) => !successors.includes(person)),
    })),
    people,
  );
  const shared = units.flatMap(({ assessmentId }) => {
    const person = people.find((one) => one === given.get(assessmentId));
    return person === undefined ? [] : [[assessmentId, person] as const];
  });
  return { ...choice, units: new Map([...choice.units, ...shared]) };
}

/** What is sent: everything that is held, with what was chosen for it. */
export function inputOf({ teams, units }: Handover, choice: Choice, province: ProvinceCode): HandOverInput {
  return {
    province,
    lastDay: choice.lastDay,
    teams: teams.map(({ teamId, plan }) => ({ teamId, plan, to: choice.teams.get(teamId) ?? null })),
    units: units.map(({ assessmentId }) => ({ assessmentId, to: choice.units.get(assessmentId) ?? null })),
    taken: [...choice.taken],
    signOut: choice.signOut,
    close: choice.close,
  };
}
