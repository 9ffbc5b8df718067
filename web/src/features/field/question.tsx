import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';
import { memo, type ReactElement, useMemo } from 'react';

import { useRemembered } from '../../platform/remembered.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useCell } from './desk-scope.tsx';
import { EvidenceSlot } from './evidence-slot.tsx';
import { Guidance } from './guidance.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LastYearLine } from './last-year-line.tsx';
import { LeftOver } from './left-over.tsx';
import { Levels } from './levels.tsx';
import { NoteField } from './note-field.tsx';
import { questionLanguage } from './question-language.ts';
import { ReturnedHere } from './returned-here.tsx';
import { wordingIn } from './wording.ts';

interface QuestionProps {
  readonly indicator: Indicator;
  readonly subjectId: SubjectId;
  readonly unitKind: UnitKind;
  readonly number: number;
  readonly total: number;
  readonly readOnly: boolean;
}

/** One indicator for one subject. Drawn anew only when its own answer or note changes. */
export const Question = memo(function QuestionCard(props: QuestionProps): ReactElement {
  const { indicator, subjectId, unitKind, number, total, readOnly } = props;
  const key = useMemo(
    (): CellKey => ({ indicatorId: indicator.id, subjectId, field: 'answer' }),
    [indicator.id, subjectId],
  );
  const cell = useCell(key);
  const answer = cell.value?.entry.field === 'answer' ? cell.value.entry.value : null;
  const wording = wordingIn(indicator, useRemembered(questionLanguage));
  return (
    <article className={answer === null ? 'question' : 'question question--answered'} id={indicator.id}>
      <p className="overline">
        {fieldSectionText.question(number, total)} · {indicator.name}
      </p>
      <ReturnedHere indicatorId={indicator.id} subjectId={subjectId} />
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <Levels {...{ indicator, subjectId, unitKind, readOnly, wording }} cellKey={key} />
      <KeepingMark value={answer === null ? undefined : cell.value} />
      <LeftOver cell={cell} />
      {answer === null ? null : <LastYearLine {...{ indicator, subjectId, unitKind, answer }} />}
      <div className="question__more">
        <Guidance indicator={indicator} wording={wording} />
        <NoteField indicatorId={indicator.id} subjectId={subjectId} readOnly={readOnly} />
      </div>
      {/* Of somebody who is interviewed without a name there is no picture. */}
      {indicator.subject === 'user' ? null : (
        <EvidenceSlot
          point={{ indicatorId: indicator.id, subjectId }}
          name={indicator.name}
          asked={indicator.evidence}
          readOnly={readOnly}
        />
      )}
    </article>
  );
});
