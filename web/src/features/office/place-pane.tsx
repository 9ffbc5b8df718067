import type { ReactElement, ReactNode } from 'react';

import { unitText } from '../../text/id/office-unit.ts';
import { AcceptedLine } from './accepted-line.tsx';
import { AnswerContext } from './answer-context.tsx';
import { AnswerValue } from './answer-value.tsx';
import type { PlaceItem } from './desk-items.ts';
import { PlaceHistory } from './place-history.tsx';
import { PlacePoints } from './place-points.tsx';
import { Remarks } from './remarks.tsx';
import { Rubric } from './rubric.tsx';
import type { UnitModel } from './unit-model.ts';
import { WhyLooked } from './why-looked.tsx';

interface PlacePaneProps {
  readonly model: UnitModel;
  readonly item: PlaceItem;
  /** The answers of other subjects to the same question. */
  readonly others: ReactNode;
}

/** One answer with all that helps to judge it, but for its evidence, which stands beside it. */
export function PlacePane({ model, item, others }: PlacePaneProps): ReactElement {
  const { indicator, subject, standing } = item;
  const place = { indicatorId: indicator.id, subjectId: subject.id };
  const asked = { model, indicator, subject };
  const note = model.values.note(indicator.id, subject.id);
  return (
    <>
      <p className="office-indicator__question">{indicator.question}</p>
      <div className="office-answer">
        <AnswerValue {...asked} />
        {note === null ? null : (
          <p className="office-answer__note">
            <strong>{unitText.note}:</strong> {note}
          </p>
        )}
      </div>
      <Remarks {...asked} />
      <PlacePoints model={model} place={place} />
      <PlacePoints model={model} place={{ ...place, subjectId: null }} />
      <AcceptedLine model={model} place={place} standing={standing} />
      <WhyLooked model={model} item={item} />
      <AnswerContext {...asked} />
      {others}
      <PlaceHistory model={model} place={place} indicator={indicator} />
      <Rubric model={model} indicator={indicator} subjects={[subject]} />
    </>
  );
}
