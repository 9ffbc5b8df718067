import { useState } from 'react';

import { type Place, placeKey } from './unit-model.ts';

/** The places ticked to be given back, in the order of ticking. */
export interface Selection {
  readonly places: readonly Place[];
  readonly has: (place: Place) => boolean;
  readonly toggle: (place: Place) => void;
  readonly clear: () => void;
}

export function useSelection(): Selection {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const has = (place: Place): boolean => places.some((one) => placeKey(one) === placeKey(place));
  return {
    places,
    has,
    toggle: (place) =>
      setPlaces(has(place) ? places.filter((one) => placeKey(one) !== placeKey(place)) : [...places, place]),
    clear: () => setPlaces([]),
  };
}
