import type { Finding } from '../contracts/checks.ts';
import type { Position } from '../domain/evidence.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import { warns } from './finding.ts';

/** Where a unit is, in millionths of a degree. */
export type Coordinates = Pick<Position, 'latitude' | 'longitude'>;

/**
 * Assumed, no rule says it: the grounds of a hospital are some hundred metres across, and a phone that says how far off it
 * may be is believed.
 */
const NEAR_METRES = 500;

/** Assumed: a place that may be off by more says little about where a unit is, and is not set as that. */
export const PLACE_WITHIN_METRES = 100;

/**
 * Photos taken with the camera of this app far from where the unit is. Nothing is said of photos without a place, or
 * where nobody has set the place of the unit; what the team set on the spot counts before what was known.
 */
export function farFromUnit({ values }: Questionnaire, known: Coordinates | null): readonly Finding[] {
  const unit = values.unitPlace ?? known;
  if (unit === null) return [];
  return values.evidence.flatMap(({ id, piece }) => {
    if (piece.kind !== 'photo' || piece.source !== 'camera' || piece.position === null) return [];
    const found = metresBetween(unit, piece.position);
    if (found <= NEAR_METRES + piece.position.accuracy) return [];
    return [warns('far-from-unit', { subjectId: id, count: { found, needed: NEAR_METRES } })];
  });
}

const EARTH_METRES = 6_371_000;

/** Along the surface of the earth, in whole metres. */
export function metresBetween(one: Coordinates, other: Coordinates): number {
  const [latitude, otherLatitude] = [radians(one.latitude), radians(other.latitude)];
  const [across, along] = [otherLatitude - latitude, radians(other.longitude) - radians(one.longitude)];
  const half = Math.sin(across / 2) ** 2 + Math.cos(latitude) * Math.cos(otherLatitude) * Math.sin(along / 2) ** 2;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, half))));
}

function radians(millionths: number): number {
  return (millionths / 1_000_000 / 180) * Math.PI;
}
