import type { AssessmentId } from '@patuh/shared/domain/ids';
import { useState } from 'react';

import { useMe } from '../../platform/session.ts';
import { type KeptReturn, returnsKept } from './kept-returns.ts';
import { type Place, placeKey } from './unit-model.ts';

/** A reason shorter than this tells nobody what to mend; the server says the same. */
const SHORTEST_REASON = 10;

export function isTooShort(reason: string): boolean {
  return reason.trim().length < SHORTEST_REASON;
}

/** What is about to be given back, in the order of marking. */
export interface Returns {
  readonly marked: readonly KeptReturn[];
  readonly reasonAt: (place: Place) => string;
  readonly isMarked: (place: Place) => boolean;
  readonly write: (place: Place, reason: string) => void;
  readonly mark: (place: Place) => void;
  /** They were given back, or are not to be after all; with them go their reasons. */
  readonly drop: (places: readonly Place[]) => void;
}

export function useReturns(assessmentId: AssessmentId): Returns {
  const { personId } = useMe();
  const [store] = useState(() => returnsKept(personId, assessmentId, sessionStorage));
  const [all, setAll] = useState(store.read);
  const at = (place: Place): KeptReturn | undefined => all.find((one) => placeKey(one) === placeKey(place));
  const change = (next: readonly KeptReturn[]): void => {
    store.keep(next);
    setAll(next);
  };
  return {
    marked: all.filter(({ marked }) => marked),
    reasonAt: (place) => at(place)?.reason ?? '',
    isMarked: (place) => at(place)?.marked ?? false,
    write: (place, reason) => {
      const before = at(place);
      if (before !== undefined) change(all.map((one) => (one === before ? { ...one, reason } : one)));
      else if (reason !== '') change([...all, { ...only(place), reason, marked: false }]);
    },
    mark: (place) => {
      const before = at(place);
      if (before !== undefined) change([...all.filter((one) => one !== before), { ...before, marked: true }]);
    },
    drop: (places) => {
      const gone = new Set(places.map(placeKey));
      change(all.filter((one) => !gone.has(placeKey(one))));
    },
  };
}

function only({ indicatorId, subjectId }: Place): Place {
  return { indicatorId, subjectId };
}
