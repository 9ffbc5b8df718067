import type { ReactElement } from 'react';

import { RequestPanel } from './request-panel.tsx';
import type { Place, UnitModel } from './unit-model.ts';
import { useSeesRequests } from './use-requests.ts';

export interface RequestSlotProps {
  readonly model: UnitModel;
  /** Of the point that is looked at; null where a section or the interviews are. */
  readonly place: Place | null;
  /** Whether somebody wants to ask for a document now. */
  readonly isAsking: boolean;
  readonly onClose: () => void;
}

/** Whether a document can be asked for here: the key and the button of the desk are there only then. */
export function mayRequest(model: UnitModel, place: Place | null): boolean {
  const { state } = model.office.assessment;
  return (
    place !== null && place.subjectId !== null && model.mayVerify && (state === 'submitted' || state === 'returned')
  );
}

/** Documents that were asked of the unit at this point. */
export function RequestSlot({ model, place, isAsking, onClose }: RequestSlotProps): ReactElement | null {
  const sees = useSeesRequests();
  if (!sees || place === null || place.subjectId === null) return null;
  const { id, unit } = model.office.assessment;
  const { indicatorId, subjectId } = place;
  return (
    <RequestPanel
      assessmentId={id}
      unitName={unit.name}
      place={{ indicatorId, subjectId }}
      isAsking={isAsking}
      onClose={onClose}
    />
  );
}
