import type { ReactElement } from 'react';

import type { Place, UnitModel } from './unit-model.ts';

export interface RequestSlotProps {
  readonly model: UnitModel;
  /** Of the point that is looked at; null where a section or the interviews are. */
  readonly place: Place | null;
  /** Whether somebody wants to ask for a document now. */
  readonly isAsking: boolean;
  readonly onClose: () => void;
}

/** Whether a document can be asked for here: the key and the button of the desk are there only then. */
export function mayRequest(_model: UnitModel, _place: Place | null): boolean {
  return false;
}

/** Documents that were asked of the unit at this point. */
export function RequestSlot(_slot: RequestSlotProps): ReactElement | null {
  return null;
}
