import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import type { AnswerPlace } from './desk-items.ts';
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
  const place = { indicatorId: indicator.id, subjectId: user.id };
  const signs = [signOf(model, place, marks), moreSign(model, place)].filter((sign) => sign !== null);
  return (
    <span className={`office-grid__level${ground}`}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{[words, ...signs.map((sign) => sign.words)].join(', ')}</span>
      {signs.map(({ kind, sign }) => (
        <span key={kind} className={`desk-sign desk-sign--${kind}`} aria-hidden="true">
          {sign}
        </span>
      ))}
    </span>
  );
}

interface Sign {
  readonly kind: string;
  readonly sign: string;
  readonly words: string;
}

/** How the answer stands: the one thing to know of a cell first. */
function signOf(model: UnitModel, place: AnswerPlace, marks: CellMarks): Sign | null {
  const words = deskText.marks;
  if (marks.isMarked) return { kind: 'marked', sign: '↩', words: words.marked };
  if (marks.isSending) return { kind: 'sending', sign: '…', words: words.sending };
  const acceptance = model.acceptanceAt(place);
  if (acceptance?.holds === false) return { kind: 'changed', sign: '≠', words: words.changed };
  if (acceptance !== undefined) return { kind: 'accepted', sign: '✓', words: words.accepted };
  return marks.isRequired ? { kind: 'open', sign: '•', words: deskText.grid.required } : null;
}

/** That there is more to read than the figure: a note, evidence, another value, what was given back. */
function moreSign({ values, evidence, pointsAt, othersAt, historyAt }: UnitModel, place: AnswerPlace): Sign | null {
  const { indicatorId, subjectId } = place;
  const isMore =
    values.note(indicatorId, subjectId) !== null ||
    [pointsAt(place), othersAt(place), historyAt(place), evidence.at(indicatorId, subjectId)].some(
      ({ length }) => length > 0,
    );
  return isMore ? { kind: 'more', sign: '*', words: deskText.grid.more } : null;
}
