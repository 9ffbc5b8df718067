import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { levelStep } from './level-mark.tsx';
import { levelText, type UnitModel } from './unit-model.ts';

export interface CellMarks {
  readonly isRequired: boolean;
  readonly isSending: boolean;
  readonly isMarked: boolean;
}

interface InterviewCellProps {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly user: AssessmentSubject;
  readonly marks: CellMarks;
}

/** One answer of one user: the figure, signs for what is known of it, and all of it in words for who cannot see them. */
export function InterviewCell({ model, indicator, user, marks }: InterviewCellProps): ReactElement {
  const answer = model.values.answer(indicator.id, user.id);
  const isLevel = answer?.kind === 'level';
  const short = isLevel ? String(answer.level) : answer === null ? '–' : 'TB';
  const words = isLevel
    ? `${text.level(answer.level, indicator.maximum)}: ${levelText(indicator, answer.level, model.office.assessment.unit.kind)}`
    : answer === null
      ? text.noAnswer
      : `${text.notApplicable}: ${answer.reason}`;
  const ground = isLevel ? ` office-level--${levelStep(answer.level, indicator.maximum)}` : '';
  const sign = signOf(model, { indicatorId: indicator.id, subjectId: user.id }, marks);
  return (
    <span className={`office-grid__level${ground}`}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">
        {words}
        {sign === null ? '' : `, ${sign.words}`}
      </span>
      {sign === null ? null : (
        <span className={`desk-sign desk-sign--${sign.kind}`} aria-hidden="true">
          {sign.sign}
        </span>
      )}
    </span>
  );
}

interface Sign {
  readonly kind: string;
  readonly sign: string;
  readonly words: string;
}

/** The one thing to know of a cell first. */
function signOf(model: UnitModel, place: Parameters<UnitModel['acceptanceAt']>[0], marks: CellMarks): Sign | null {
  const words = deskText.marks;
  if (marks.isMarked) return { kind: 'marked', sign: '↩', words: words.marked };
  const isOpen = model.pointsAt(place).some(({ state }) => state !== 'settled');
  if (isOpen || model.othersAt(place).length > 0) return { kind: 'changed', sign: '*', words: deskText.grid.more };
  const acceptance = model.acceptanceAt(place);
  if (acceptance?.holds === false) return { kind: 'changed', sign: '≠', words: words.changed };
  if (acceptance !== undefined) return { kind: 'accepted', sign: '✓', words: words.accepted };
  if (marks.isSending) return { kind: 'accepted', sign: '…', words: words.sending };
  return marks.isRequired ? { kind: 'open', sign: '•', words: deskText.grid.required } : null;
}
