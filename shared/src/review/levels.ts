import type { Indicator } from '../domain/instrument.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';

/** How often each level was given, by indicator and level; what was never given is left out. */
export type LevelsGiven = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Of one unit. */
export function levelsGiven({ questions }: Pick<Questionnaire, 'questions'>): LevelsGiven {
  const given: Record<string, Record<string, number>> = {};
  for (const { indicator, answer } of questions) {
    if (answer?.kind !== 'level') continue;
    const counts = (given[indicator.id] ??= {});
    counts[answer.level] = (counts[answer.level] ?? 0) + 1;
  }
  return given;
}

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
