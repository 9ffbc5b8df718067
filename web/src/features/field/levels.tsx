import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Indicator, UnitKind, Wording } from '@patuh/shared/domain/instrument';
import { type ReactElement, useState } from 'react';

import { fieldFormText } from '../../text/id/field-form.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { Choice } from './choice.tsx';
import { pressChoiceKey } from './choice-keys.ts';
import { levelText } from './describe.ts';
import { useAssessment, useCell } from './desk-scope.tsx';
import { useFromPaper } from './from-paper.tsx';
import { stepQuestion } from './hash-target.ts';
import { NotApplicable } from './not-applicable.tsx';
import { useEnter } from './use-enter.ts';

interface LevelsProps {
  readonly indicator: Indicator;
  readonly subjectId: SubjectId;
  readonly unitKind: UnitKind;
  readonly readOnly: boolean;
  readonly cellKey: CellKey;
  /** The same question in the language that is read aloud here. */
  readonly wording: Wording | undefined;
}

/** The question and its levels, one to be chosen. */
export function Levels({ indicator, subjectId, unitKind, readOnly, cellKey, wording }: LevelsProps): ReactElement {
  const assessment = useAssessment();
  const enter = useEnter(subjectId);
  const { value } = useCell(cellKey);
  const answer = value?.entry.field === 'answer' ? value.entry.value : null;
  const [choosesNone, setChoosesNone] = useState(assessment.draft(cellKey) !== undefined);
  const isNone = choosesNone || answer?.kind === 'not-applicable';
  const isCopied = useFromPaper(subjectId);
  const name = `${indicator.id} ${subjectId}`;
  return (
    <fieldset
      className="levels"
      role="radiogroup"
      disabled={readOnly}
      onKeyDown={(event) => {
        // Whoever copies a page of paper types one digit after the other.
        if (pressChoiceKey(event) && isCopied && event.key !== 'Enter') stepQuestion(1);
      }}
    >
      <legend>
        <Official text={indicator.question} local={wording?.question} tag={wording?.tag} />
      </legend>
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
          <Official text={levelText(level, unitKind)} local={wording?.levels?.[level.level]} tag={wording?.tag} />
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

/** The text in the local language where there is one, and always the official one with it. */
function Official({
  text,
  local,
  tag,
}: {
  readonly text: string;
  readonly local: string | undefined;
  readonly tag: string | undefined;
}): ReactElement {
  if (local === undefined) return <>{text}</>;
  return (
    <>
      <span lang={tag}>{local}</span>
      <span className="official" lang="id">
        <span className="visually-hidden">{fieldFormText.official} </span>
        {text}
      </span>
    </>
  );
}
