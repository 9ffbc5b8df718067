import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import type { DeskItem } from './desk-items.ts';
import { RequestSlot } from './request-slot.tsx';
import { ReturnPanel } from './return-panel.tsx';
import { type Place, placeKey, type UnitModel } from './unit-model.ts';
import type { Returns } from './use-returns.ts';

export type PanelKind = 'return' | 'request';

interface PointPanelsProps {
  readonly model: UnitModel;
  readonly chosen: DeskItem;
  readonly returns: Returns;
  /** What would be given back now. */
  readonly place: Place | null;
  readonly open: PanelKind | null;
  /** What was typed is marked to be sent. */
  readonly onMarked: () => void;
  readonly onClose: () => void;
}

/** Right below the name of the point: why it goes back, and documents asked for it. */
export function PointPanels(props: PointPanelsProps): ReactElement {
  const { model, chosen, returns, place, open, onMarked, onClose } = props;
  return (
    <>
      {open === 'return' && place !== null ? (
        <ReturnPanel
          key={placeKey(place)}
          model={model}
          place={place}
          mayBeWhole={isAskedOfSeveral(chosen, place)}
          returns={returns}
          onMarked={onMarked}
          onClose={onClose}
        />
      ) : (
        <MarkedLine returns={returns} place={place} />
      )}
      <RequestSlot model={model} place={place} isAsking={open === 'request'} onClose={onClose} />
    </>
  );
}

/** That it is to go back, and why: until it is sent nothing has happened. */
function MarkedLine({ returns, place }: Pick<PointPanelsProps, 'returns' | 'place'>): ReactElement | null {
  if (place === null) return null;
  const marked = [place, { ...place, subjectId: null }].filter(returns.isMarked);
  return (
    <>
      {marked.map((one) => (
        <div key={placeKey(one)} className="desk-marked">
          <p>
            <strong>{deskText.returning.markedHere}</strong> {returns.reasonAt(one)}
          </p>
          <button type="button" className="button button--quiet" onClick={() => returns.drop([one])}>
            {deskText.returning.drop}
          </button>
        </div>
      ))}
    </>
  );
}

function isAskedOfSeveral({ section }: DeskItem, { indicatorId }: Place): boolean {
  const asked = section.indicators.find(({ id }) => id === indicatorId);
  return section.subjects.filter(({ kind }) => kind === asked?.subject).length > 1;
}
