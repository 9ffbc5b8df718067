import type { Indicator } from '../domain/instrument.ts';
import type { ScoringPlan } from '../scoring/compile.ts';
import type { ComputedUnit, PublishedLevel } from './computed-rows.ts';
import { firstIn, firstOf, unless } from './comparison.ts';
import { showsCount } from './derive-computed.ts';
import type { Difference, Place } from './difference.ts';

/** The lowest step: merged levels that an assessment by this instrument can have given. */
export function unitLevelsDifference(
  plan: ScoringPlan,
  unit: ComputedUnit,
  place: (path: string) => Place,
): Difference | undefined {
  if (unit.status === 'not-assessed') return undefined;
  return firstOf(
    () => levelsDifference(plan, unit.levels, place, ({ subject }) => subject !== 'government'),
    () => unless(productsFit(plan, unit.products, unit.levels), place('products'), unit.products, 'products-fit'),
    () =>
      unless(
        unit.levels.some((level) => 'n' in level),
        place('levels'),
        unit.levels.length,
        'something-known',
      ),
  );
}

/** Exactly the indicators that belong here, in the order of the tree, each with a level that can be. */
export function levelsDifference(
  plan: ScoringPlan,
  levels: readonly PublishedLevel[],
  place: (path: string) => Place,
  belongs: (indicator: Indicator) => boolean,
): Difference | undefined {
  const expected = plan.indicators.map(({ indicator }) => indicator).filter(belongs);
  const found = levels.map(({ indicator }) => indicator);
  const inOrder = found.length === expected.length && expected.every(({ id }, index) => id === found[index]);
  return firstOf(
    () => unless(inOrder, place('levels'), found, 'levels-in-order'),
    () =>
      firstIn(levels, (level, index) => {
        const indicator = expected[index];
        const possible = indicator !== undefined && isPossible(level, indicator);
        return unless(possible, place(`levels[${index}] ${level.indicator}`), level, 'level-possible');
      }),
  );
}

function isPossible(level: PublishedLevel, { maximum, merge, subject, notApplicable }: Indicator): boolean {
  if ('notApplicable' in level) return notApplicable;
  const single = subject === 'unit' || subject === 'government' || merge !== 'mean';
  return level.sum <= level.n * maximum && (!single || level.n === 1);
}

/** Every observed product has a level in each indicator of products that may not be skipped. */
function productsFit({ indicators }: ScoringPlan, products: number, levels: readonly PublishedLevel[]): boolean {
  const counted = new Map(levels.map((level) => [level.indicator, 'n' in level ? level.n : 0]));
  return indicators.every(({ indicator }) => {
    if (!showsCount(indicator, 'product')) return true;
    const n = counted.get(indicator.id) ?? 0;
    return indicator.notApplicable ? n <= products : n === products;
  });
}
