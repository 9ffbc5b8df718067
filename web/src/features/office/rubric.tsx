import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { levelText, type UnitModel } from './unit-model.ts';

interface RubricProps {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly subjects: readonly AssessmentSubject[];
}

/** Every level in words; those that were chosen are marked. */
export function Rubric({ model, indicator, subjects }: RubricProps): ReactElement {
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
