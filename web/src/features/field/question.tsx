import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';
import { memo, type ReactElement, useMemo, useState } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { Choice } from './choice.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { levelText } from './describe.ts';
import { useAssessment, useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { NotApplicable } from './not-applicable.tsx';
import { NoteField } from './note-field.tsx';
import { ReturnedHere } from './returned-here.tsx';
import { useEnter } from './use-enter.ts';

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
  const { indicator, subjectId, number, total, readOnly } = props;
  const key = useMemo(
    (): CellKey => ({ indicatorId: indicator.id, subjectId, field: 'answer' }),
    [indicator.id, subjectId],
  );
  const cell = useCell(key);
  const isAnswered = cell.value?.entry.field === 'answer' && cell.value.entry.value !== null;
  return (
    <article className={isAnswered ? 'question question--answered' : 'question'} id={indicator.id}>
      <p className="overline">
        {fieldSectionText.question(number, total)} · {indicator.name}
      </p>
      <ReturnedHere indicatorId={indicator.id} subjectId={subjectId} />
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <Levels {...props} cellKey={key} />
      <KeepingMark value={isAnswered ? cell.value : undefined} />
      <LeftOver cell={cell} />
      <div className="question__more">
        <Guidance indicator={indicator} />
        <NoteField indicatorId={indicator.id} subjectId={subjectId} readOnly={readOnly} />
      </div>
    </article>
  );
});

function Levels({
  indicator,
  subjectId,
  unitKind,
  readOnly,
  cellKey,
}: QuestionProps & { readonly cellKey: CellKey }): ReactElement {
  const assessment = useAssessment();
  const enter = useEnter(subjectId);
  const { value } = useCell(cellKey);
  const answer = value?.entry.field === 'answer' ? value.entry.value : null;
  const [choosesNone, setChoosesNone] = useState(assessment.draft(cellKey) !== undefined);
  const isNone = choosesNone || answer?.kind === 'not-applicable';
  const name = `${indicator.id} ${subjectId}`;
  return (
    <fieldset className="levels" disabled={readOnly}>
      <legend>{indicator.question}</legend>
      {indicator.levels.map((level) => (
        <Choice
          key={level.level}
          name={name}
          value={String(level.level)}
          mark={level.level}
          checked={!isNone && answer?.kind === 'level' && answer.level === level.level}
          onChoose={() => {
            setChoosesNone(false);
            void enter(cellKey, { field: 'answer', value: { kind: 'level', level: level.level } });
          }}
        >
          {levelText(level, unitKind)}
        </Choice>
      ))}
      {indicator.notApplicable ? (
        <NotApplicable
          name={name}
          cellKey={cellKey}
          chosen={isNone}
          kept={answer?.kind === 'not-applicable'}
          onChoose={() => setChoosesNone(true)}
        />
      ) : null}
      {answer === null || readOnly ? null : (
        <button
          type="button"
          className="quiet-link levels__clear"
          onClick={() => {
            setChoosesNone(false);
            void enter(cellKey, { field: 'answer', value: null });
          }}
        >
          {fieldSectionText.clear}
        </button>
      )}
    </fieldset>
  );
}

function Guidance({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { guidance, legalBasis, evidence } = indicator;
  if (guidance === undefined && legalBasis.length === 0 && evidence.length === 0) return null;
  const kinds = evidence.map((kind) => fieldSectionText.evidenceKinds[kind]).join(', ');
  return (
    <details className="guidance">
      <summary>{fieldSectionText.guidance}</summary>
      {guidance === undefined ? null : <p>{guidance}</p>}
      {kinds === '' ? null : <p>{fieldSectionText.evidence(kinds)}.</p>}
      {legalBasis.length === 0 ? null : (
        <p className="small soft">
          {fieldSectionText.legalBasis}: {legalBasis.join('; ')}
        </p>
      )}
    </details>
  );
}
