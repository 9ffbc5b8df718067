import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type ReactElement, useId } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { AnswerBlock } from './answer-block.tsx';
import { PlacePoints } from './place-points.tsx';
import { ReturnTick } from './return-tick.tsx';
import type { Selection } from './selection.ts';
import { levelText, type UnitModel } from './unit-model.ts';

interface IndicatorCardProps {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly subjects: readonly AssessmentSubject[];
  readonly selection: Selection;
}

/** One indicator: what was asked, what each subject's answer means, and the whole rubric on demand. */
export function IndicatorCard({ model, indicator, subjects, selection }: IndicatorCardProps): ReactElement {
  const heading = useId();
  const whole = { indicatorId: indicator.id, subjectId: null };
  return (
    <section className="panel office-indicator" aria-labelledby={heading}>
      <h3 id={heading}>{indicator.name}</h3>
      <p className="office-indicator__question">{indicator.question}</p>
      <div className={subjects.length > 1 ? 'office-answers office-answers--columns' : 'office-answers'}>
        {subjects.map((subject) => (
          <AnswerBlock
            key={subject.id}
            model={model}
            indicator={indicator}
            subject={subject}
            selection={selection}
            isAlone={subjects.length === 1}
          />
        ))}
      </div>
      {subjects.length > 1 && model.mayVerify ? (
        <ReturnTick place={whole} label={text.tickWhole} selection={selection} model={model} />
      ) : null}
      <PlacePoints model={model} place={whole} />
      <Rubric model={model} indicator={indicator} subjects={subjects} />
    </section>
  );
}

/** Every level in words; those that were chosen are marked. */
function Rubric({ model, indicator, subjects }: Omit<IndicatorCardProps, 'selection'>): ReactElement {
  const chosen = new Set(
    subjects.flatMap(({ id }) => {
      const answer = model.values.answer(indicator.id, id);
      return answer?.kind === 'level' ? [answer.level] : [];
    }),
  );
  return (
    <details className="office-rubric">
      <summary>{text.allLevels}</summary>
      <dl>
        {indicator.levels.map(({ level }) => (
          <div key={level} className={chosen.has(level) ? 'office-rubric__level--chosen' : undefined}>
            <dt>
              {text.level(level, indicator.maximum)}
              {chosen.has(level) ? ` (${text.chosen})` : ''}
            </dt>
            <dd>{levelText(indicator, level, model.office.assessment.unit.kind)}</dd>
          </div>
        ))}
      </dl>
      {indicator.legalBasis.length === 0 ? null : (
        <p className="small soft">
          {text.legalBasis}: {indicator.legalBasis.join('; ')}
        </p>
      )}
    </details>
  );
}
