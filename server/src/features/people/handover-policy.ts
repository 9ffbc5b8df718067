import type { HandOverInput, HeldTeam, HeldUnit } from '@patuh/shared/contracts/handover';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

/** Who decides about what somebody leaves in a province. */
export function whyNotSee(actor: Pick<Actor, 'grants'>, province: ProvinceCode): ProblemCode | undefined {
  return hasRole(actor, ['head', 'national-admin'], { province }) ? undefined : 'not-found';
}

export interface Held {
  readonly teams: readonly HeldTeam[];
  readonly units: readonly HeldUnit[];
}

type Wish = Pick<HandOverInput, 'teams' | 'units'>;

/** Whether everything that is held, and nothing else, was on the screen. */
export function wasSeen({ teams, units }: Held, wish: Wish): boolean {
  return (
    isSame(
      teams.map(({ teamId, plan }) => `${teamId} ${plan}`),
      wish.teams.map(({ teamId, plan }) => `${teamId} ${plan}`),
    ) &&
    isSame(
      units.map(({ assessmentId }) => assessmentId),
      wish.units.map(({ assessmentId }) => assessmentId),
    )
  );
}

function isSame(held: readonly string[], named: readonly string[]): boolean {
  return held.length === named.length && held.toSorted().join() === named.toSorted().join();
}

/** Names of the teams and units that would go to somebody who cannot have them, or to nobody where somebody could. */
export function impossible({ teams, units }: Held, wish: Wish): readonly string[] {
  const teamTo = new Map(wish.teams.map(({ teamId, to }) => [teamId, to]));
  const unitTo = new Map(wish.units.map(({ assessmentId, to }) => [assessmentId, to]));
  return [
    ...teams.filter((team) => !canGo(team, teamTo.get(team.teamId) ?? null)).map(({ name }) => name),
    ...units.filter((unit) => !canFollow(unit, unitTo.get(unit.assessmentId) ?? null)).map(({ unitName }) => unitName),
  ];
}

function canGo({ successors, goesOnWithout }: HeldTeam, to: PersonId | null): boolean {
  return to === null ? goesOnWithout : successors.some(({ personId }) => personId === to);
}

function canFollow({ successors }: HeldUnit, to: PersonId | null): boolean {
  return to === null ? successors.length === 0 : successors.includes(to);
}
