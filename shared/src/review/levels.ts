import type { Indicator } from '../domain/instrument.ts';

/** How often each level was given in a unit, by indicator and level; what was never given is left out. */
export type LevelsGiven = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Of several units, by level from 0 to the maximum; indicators nobody was given a level in are left out. */
export function addLevels(
  indicators: readonly Indicator[],
  units: readonly LevelsGiven[],
): readonly { readonly indicatorId: Indicator['id']; readonly counts: readonly number[] }[] {
  return indicators.flatMap(({ id, maximum }) => {
    const counts = Array.from({ length: maximum + 1 }, (_, level) =>
      units.reduce((sum, unit) => sum + (unit[id]?.[level] ?? 0), 0),
    );
    return counts.some((count) => count > 0) ? [{ indicatorId: id, counts }] : [];
  });
}
