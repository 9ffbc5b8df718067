import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { LevelMark } from './level-mark.tsx';
import { levelText, type UnitModel } from './unit-model.ts';

export interface AskedOf {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly subject: AssessmentSubject;
}

/** The level with what it says for this kind of unit. */
export function AnswerValue({ model, indicator, subject }: AskedOf): ReactElement {
  const answer = model.values.answer(indicator.id, subject.id);
  if (answer === null) return <p className="office-answer__missing">{text.noAnswer}</p>;
  if (answer.kind === 'not-applicable') {
    return (
      <p>
        <strong>{text.notApplicable}.</strong> {answer.reason}
      </p>
    );
  }
  return (
    <p className="office-answer__value">
      <LevelMark level={answer.level} maximum={indicator.maximum} />
      <span>{levelText(indicator, answer.level, model.office.assessment.unit.kind)}</span>
    </p>
  );
}
