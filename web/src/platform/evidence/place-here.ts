import { PLACE_WITHIN_METRES } from '@patuh/shared/checks/whereabouts';
import type { Position } from '@patuh/shared/domain/evidence';

import { positionOf } from './position.ts';

/** Where the device is now, or why that is not known well enough. */
export type PlaceHere =
  | { readonly kind: 'found'; readonly position: Position }
  | { readonly kind: 'too-vague'; readonly accuracy: number }
  | { readonly kind: 'refused' | 'too-late' | 'unavailable' };

/** Satellites are found slowly under a roof. */
const PATIENCE = 45_000;

/** Asks the device once, anew: what it knew before may be of the road to here. */
export async function placeHere(): Promise<PlaceHere> {
  const { geolocation } = navigator as Partial<Navigator>;
  if (geolocation === undefined) return { kind: 'unavailable' };
  return await new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => {
        const position = positionOf(coords);
        const isNear = position.accuracy <= PLACE_WITHIN_METRES;
        resolve(isNear ? { kind: 'found', position } : { kind: 'too-vague', accuracy: position.accuracy });
      },
      ({ code, PERMISSION_DENIED, TIMEOUT }) => {
        if (code === PERMISSION_DENIED) resolve({ kind: 'refused' });
        else resolve({ kind: code === TIMEOUT ? 'too-late' : 'unavailable' });
      },
      { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE },
    );
  });
}
