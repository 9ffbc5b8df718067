import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { formatMoment } from '../../ui/moment.ts';
import type { DeskItem } from './desk-items.ts';
import type { Place, UnitModel } from './unit-model.ts';

const text = deskText.accepted;

/** Whether somebody looked at it and accepted it, or the rule did, or it is another one than was accepted. */
export function AcceptedLine({
  model,
  place,
  standing,
}: {
  readonly model: UnitModel;
  readonly place: Place;
  readonly standing: DeskItem['standing'];
}): ReactElement | null {
  const acceptance = model.acceptanceAt(place);
  if (acceptance === undefined) {
    return standing === 'by-rule' ? <p className="small desk-accepted">{text.byRule}</p> : null;
  }
  const { by, at, holds } = acceptance;
  return (
    <p className={holds ? 'small desk-accepted' : 'small desk-accepted desk-accepted--changed'}>
      {holds ? text.looked(by, formatMoment(at)) : text.changed(by, formatMoment(at))}
    </p>
  );
}
