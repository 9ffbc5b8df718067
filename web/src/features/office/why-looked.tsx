import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import type { DeskItem } from './desk-items.ts';
import { figuresOf } from './rule-figures.ts';
import type { UnitModel } from './unit-model.ts';

const text = deskText.why;

/** Why this point is in the queue, in words; by lot too, with the rule. */
export function WhyLooked({
  model,
  item,
}: {
  readonly model: UnitModel;
  readonly item: DeskItem;
}): ReactElement | null {
  const { review } = model.office;
  if (review === null) return null;
  if (item.reasons.length === 0) return <p className="small soft">{text.none}</p>;
  const figures = figuresOf(review);
  return (
    <div className="desk-why">
      <p className="small">
        <strong>{text.title}</strong>
      </p>
      <ul className="small">
        {item.reasons.map((reason) => (
          <li key={reason}>{text.reasons[reason](figures)}</li>
        ))}
      </ul>
    </div>
  );
}
