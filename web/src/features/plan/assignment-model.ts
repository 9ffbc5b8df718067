import type { PlannedTeam, PlannedUnit, PlanWarning, TeamPlan } from '@patuh/shared/contracts/teams';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { TeamId, UnitId } from '@patuh/shared/domain/ids';

/** What of the table is shown. */
export interface AssignmentFilter {
  readonly text: string;
  /** Null: all. */
  readonly government: string | null;
  /** Null: all; empty: those without one. */
  readonly team: string | null;
  readonly warned: boolean;
}

export const NO_FILTER: AssignmentFilter = { text: '', government: null, team: null, warned: false };

export function shownUnits({ units, warnings }: TeamPlan, filter: AssignmentFilter): readonly PlannedUnit[] {
  const warned = new Set(warnings.filter(({ answer }) => answer === null).map(({ unitId }) => unitId));
  return units.filter(
    (unit) =>
      hasWords(unit, filter.text) &&
      (filter.government === null || unit.government.code === filter.government) &&
      (filter.team === null || (unit.teamId ?? '') === filter.team) &&
      (!filter.warned || warned.has(unit.id)),
  );
}

function hasWords({ name, kindName, government }: PlannedUnit, text: string): boolean {
  const all = `${name} ${kindName} ${government.name}`.toLocaleLowerCase('id');
  const words = text.toLocaleLowerCase('id').split(/\s+/);
  return words.every((word) => all.includes(word));
}

export interface GovernmentGroup {
  readonly code: GovernmentCode;
  readonly name: string;
  readonly units: readonly PlannedUnit[];
}

export function byGovernment(units: readonly PlannedUnit[]): readonly GovernmentGroup[] {
  return [...Map.groupBy(units, ({ government }) => government.code)].map(([code, own]) => ({
    code,
    name: own[0]?.government.name ?? code,
    units: own,
  }));
}

/** What differs between a plan that was looked at and the one there is now. */
export interface PlanChanges {
  readonly moved: readonly { readonly unit: PlannedUnit; readonly team: string | null }[];
  readonly added: readonly PlannedUnit[];
  readonly removed: readonly PlannedUnit[];
  /** Teams that are new, or whose name or members are others. */
  readonly teams: readonly PlannedTeam[];
}

export function changesBetween(seen: TeamPlan, now: TeamPlan): PlanChanges {
  const before = new Map(seen.units.map((unit) => [unit.id, unit]));
  const after = new Set(now.units.map(({ id }) => id));
  const teamsBefore = new Map(seen.teams.map((team) => [team.id, textOf(team)]));
  return {
    moved: now.units.flatMap((unit) => {
      const was = before.get(unit.id);
      return was === undefined || was.teamId === unit.teamId ? [] : [{ unit, team: teamName(now, unit.teamId) }];
    }),
    added: now.units.filter(({ id }) => !before.has(id)),
    removed: seen.units.filter(({ id }) => !after.has(id)),
    teams: now.teams.filter((team) => teamsBefore.get(team.id) !== textOf(team)),
  };
}

/** What makes a team another one, besides its units. */
function textOf({ name, members }: PlannedTeam): string {
  return JSON.stringify([name, ...members.map(({ personId, role, leftAt }) => [personId, role, leftAt])]);
}

export function teamName({ teams }: TeamPlan, id: TeamId | null): string | null {
  return teams.find((team) => team.id === id)?.name ?? null;
}

/** Units that are chosen and still in the plan, in its order. */
export function chosenUnits({ units }: TeamPlan, chosen: ReadonlySet<UnitId>): readonly PlannedUnit[] {
  return units.filter(({ id }) => chosen.has(id));
}

/** What is to be looked at again in one unit. */
export function warningsOf({ warnings }: TeamPlan, id: UnitId): readonly PlanWarning[] {
  return warnings.filter(({ unitId }) => unitId === id);
}

/** The next choice after the rows from one to the other were drawn over, whichever is further up. */
export function withRange(chosen: ReadonlySet<UnitId>, rows: readonly UnitId[], from: UnitId, to: UnitId): Set<UnitId> {
  const [a, b] = [rows.indexOf(from), rows.indexOf(to)];
  return new Set([...chosen, ...rows.slice(Math.min(a, b), Math.max(a, b) + 1)]);
}
