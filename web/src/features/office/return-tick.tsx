import type { ReactElement } from 'react';

import type { Selection } from './selection.ts';
import type { Place, UnitModel } from './unit-model.ts';

const RETURNABLE = ['submitted', 'verified', 'final'] as const;

/** Whether the unit is where points can be given back from. */
export function isReturnable({ mayVerify, office }: UnitModel): boolean {
  return mayVerify && RETURNABLE.some((state) => state === office.assessment.state);
}

interface ReturnTickProps {
  readonly place: Place;
  readonly label: string;
  /** Names the place for who cannot see where the box stands. */
  readonly longLabel?: string;
  readonly selection: Selection;
  readonly model: UnitModel;
}

/** A box to tick: this place goes back to the field. */
export function ReturnTick({ place, label, longLabel, selection, model }: ReturnTickProps): ReactElement | null {
  if (!isReturnable(model)) return null;
  return (
    <label className="check office-tick">
      <input
        type="checkbox"
        checked={selection.has(place)}
        onChange={() => selection.toggle(place)}
        {...(longLabel !== undefined && { 'aria-label': longLabel })}
      />
      {label}
    </label>
  );
}
