import type { Cell } from '@patuh/shared/domain/change';
import { type Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import type { HandedIn, PlannedPlace, ReviewPlan } from '@patuh/shared/review/plan';
import { placeKey } from '@patuh/shared/review/places';
import { compileInstrument } from '@patuh/shared/scoring/compile';

/** A unit that was handed in, as the review plan takes it: nothing remarkable but what a test says. */

export const SEED = 'a1'.repeat(32);
const HEALTH = UnitKind.parse('health');

export function aUnitToReview(instrument: Instrument, cells: readonly Cell[], more: Partial<HandedIn> = {}): HandedIn {
  return {
    scoring: compileInstrument(instrument),
    unitKind: HEALTH,
    governmentKind: 'regency',
    cells,
    points: [],
    coordinates: null,
    otherUnits: [],
    entered: { journals: [], elsewhere: new Map() },
    past: { conflicts: [], lateTaken: [], changed: [], lastYear: [] },
    parameters: { samplePercent: 20, edgePoints: 0 },
    seed: SEED,
    ...more,
  };
}

/** The reasons of every planned place, by its key. */
export function reasonsIn({ places }: Pick<ReviewPlan, 'places'>): ReadonlyMap<string, PlannedPlace['reasons']> {
  return new Map(places.map((place) => [placeKey(place), place.reasons]));
}
