import type { GovernmentCode } from '../domain/government.ts';
import type { PersonId, TeamId, UnitId } from '../domain/ids.ts';
import type { PlanWarningKind } from '../domain/plan-warning.ts';

/** One reason to look again at a plan. */
export interface FoundWarning {
  readonly kind: PlanWarningKind;
  readonly teamId: TeamId;
  readonly unitId: UnitId | null;
  readonly personId: PersonId | null;
}

export interface PlanFacts {
  readonly teams: readonly {
    readonly id: TeamId;
    /** Those of today. */
    readonly members: readonly {
      readonly personId: PersonId;
      readonly mayHandIn: boolean;
      readonly home: GovernmentCode | null;
    }[];
  }[];
  readonly units: readonly {
    readonly id: UnitId;
    readonly government: GovernmentCode;
    readonly teamId: TeamId | null;
    /** Everybody who had it in the season before. */
    readonly lastSeason: readonly PersonId[];
    /** Who is to verify it. */
    readonly verifier: PersonId | null;
  }[];
}

/** By what an answer to a warning is found again; as soon as the plan changes what it is about, it is another one. */
export function warningKey({ kind, teamId, unitId, personId }: FoundWarning): string {
  return [kind, teamId, unitId, personId].filter((part) => part !== null).join(' ');
}

/** Everything worth a second look: of teams first, then of units, each in the order given. */
export function planWarnings({ teams, units }: PlanFacts): readonly FoundWarning[] {
  const unitsOf = Map.groupBy(units, ({ teamId }) => teamId);
  const working = teams.filter(({ id, members }) => members.length > 0 || unitsOf.has(id));
  const counts = working.map(({ id }) => unitsOf.get(id)?.length ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...working.flatMap(({ id, members }, index): FoundWarning[] => {
      const count = counts[index] ?? 0;
      const ofTeam = { teamId: id, unitId: null, personId: null };
      return [
        ...(isFarAbove(count, { total, teams: working.length }) ? [{ kind: 'workload' as const, ...ofTeam }] : []),
        ...(count > 0 && !members.some(({ mayHandIn }) => mayHandIn)
          ? [{ kind: 'nobody-hands-in' as const, ...ofTeam }]
          : []),
      ];
    }),
    ...teams.flatMap(({ id: teamId, members }) =>
      (unitsOf.get(teamId) ?? []).flatMap((unit) =>
        members.flatMap(({ personId, home }): FoundWarning[] => {
          const about = { teamId, unitId: unit.id, personId };
          return [
            ...(home === unit.government ? [{ kind: 'home-government' as const, ...about }] : []),
            ...(unit.lastSeason.includes(personId) ? [{ kind: 'same-as-last-season' as const, ...about }] : []),
            ...(unit.verifier === personId ? [{ kind: 'verifies-there' as const, ...about }] : []),
          ];
        }),
      ),
    ),
  ];
}

/** So many more than the mean that they cannot be the remainder of a fair share. */
const FAR = 3;

/** At least three above the mean of all teams and one and a half times as many. In whole numbers, so that nothing rounds. */
function isFarAbove(count: number, { total, teams }: { readonly total: number; readonly teams: number }): boolean {
  return teams > 1 && count * teams >= total + FAR * teams && 2 * count * teams >= 3 * total;
}
