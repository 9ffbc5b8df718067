import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { figuresOf } from './rule-figures.ts';
import type { UnitModel } from './unit-model.ts';

const text = deskText.rule;

/** The rule by which answers are looked at or accepted with their section, in words, with the lot that can be drawn again. */
export function RulePanel({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { review } = model.office;
  if (review === null) return null;
  const figures = figuresOf(review);
  return (
    <details className="desk-rule">
      <summary>{text.title}</summary>
      <p>{text.lead(review.required, review.answered)}</p>
      <ul>
        {review.counts.map(({ reason, places }) => (
          <li key={reason}>
            {deskText.why.reasons[reason](figures)} {text.count(places)}.
          </li>
        ))}
      </ul>
      <p>{text.lot(figures)}</p>
      <p className="small soft mono">{text.version(review.rule, review.seed)}</p>
    </details>
  );
}
