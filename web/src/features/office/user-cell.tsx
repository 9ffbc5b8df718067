import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { levelStep } from './level-mark.tsx';
import { isReturnable } from './return-tick.tsx';
import type { Selection } from './selection.ts';
import { subjectName } from './subject-name.ts';
import { levelText, type UnitModel } from './unit-model.ts';

interface UserCellProps {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly user: AssessmentSubject;
  readonly selection: Selection;
}

/** One answer of one user; where points can be given back, pressing it marks it. */
export function UserCell({ model, indicator, user, selection }: UserCellProps): ReactElement {
  const answer = model.values.answer(indicator.id, user.id);
  const place = { indicatorId: indicator.id, subjectId: user.id };
  const isLevel = answer?.kind === 'level';
  const short = isLevel ? String(answer.level) : answer === null ? '–' : 'TB';
  const words = isLevel
    ? `${text.level(answer.level, indicator.maximum)}: ${levelText(indicator, answer.level, model.office.assessment.unit.kind)}`
    : answer === null
      ? text.noAnswer
      : `${text.notApplicable}: ${answer.reason}`;
  const ground = isLevel ? ` office-level--${levelStep(answer.level, indicator.maximum)}` : '';
  const marks = marksOf(model, place);
  if (!isReturnable(model) || user.presence.state !== 'present') {
    return (
      <td>
        <span className={`office-grid__level${ground}`} title={words}>
          {short}
          {marks}
        </span>
      </td>
    );
  }
  return (
    <td>
      <button
        type="button"
        className={`office-grid__level${ground}`}
        aria-pressed={selection.has(place)}
        aria-label={`${subjectName(user)}, ${indicator.name}: ${words}`}
        title={words}
        onClick={() => selection.toggle(place)}
      >
        {short}
        {marks}
      </button>
    </td>
  );
}

/** An asterisk where more is told below the grid. */
function marksOf(model: UnitModel, place: Parameters<UnitModel['pointsAt']>[0]): string {
  const isOpen = model.pointsAt(place).some(({ state }) => state !== 'settled');
  return isOpen || model.othersAt(place).length > 0 ? '*' : '';
}
