import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import { type Place, placeKey } from './places.ts';

/** What the lot of a unit is drawn from; nobody knows it before the unit is handed in. */
export interface SeedParts {
  readonly assessmentId: string;
  /** Of the period, drawn when it was made; no phone ever has it. */
  readonly periodSeed: string;
  /** Of everything that was handed in, the first time. */
  readonly answersHash: string;
}

/** The seed of a unit. It stays when the unit is handed in again, so that only what changed is looked at anew. */
export function seedOf({ assessmentId, periodSeed, answersHash }: SeedParts): string {
  return sha256Hex(canonicalText(['patuh-review', assessmentId, periodSeed, answersHash]));
}

/**
 * So many percent of the places, rounded half up and at least one, where there are any: those whose hashes with the seed are
 * the smallest. Whoever asks for more percent gets the same ones and others; a place more or less moves one at most.
 */
export function drawSample<P extends Place>(places: readonly P[], percent: number, seed: string): readonly P[] {
  const size = Math.max(roundedShare(places.length, percent), Math.min(places.length, 1));
  const byLot = places
    .map((place) => ({ place, lot: sha256Hex(`${seed}|${placeKey(place)}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  const drawn = new Set(byLot.slice(0, size).map(({ place }) => place));
  return places.filter((place) => drawn.has(place));
}

/** Half up, in whole numbers. */
function roundedShare(count: number, percent: number): number {
  const twice = 2 * count * percent + 100;
  return (twice - (twice % 200)) / 200;
}
