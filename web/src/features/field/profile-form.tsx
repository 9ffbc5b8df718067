import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';

import { fieldInterviewText } from '../../text/id/field-interview.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { pressChoiceKey } from './choice-keys.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useFromPaper } from './from-paper.tsx';
import { stepQuestion } from './hash-target.ts';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { type Mark, type Marks, MARKS } from './use-marks.ts';

interface ProfileFormProps {
  readonly subjectId: SubjectId;
  readonly marks: Marks;
  readonly readOnly: boolean;
}

/** The groups a user belongs to, one step each; never who it is. */
export function ProfileForm({ subjectId, marks, readOnly }: ProfileFormProps): ReactElement {
  const { cell, chosen, choose } = marks;
  return (
    <section className="profile" aria-label={fieldInterviewText.profile}>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      {MARKS.map((mark) => (
        <Group
          key={mark}
          mark={mark}
          subjectId={subjectId}
          readOnly={readOnly}
          chosen={chosen[mark]}
          onChoose={(value) => choose(mark, value)}
        />
      ))}
      {cell.value === undefined ? (
        <p className="keeping keeping--open">{fieldInterviewText.profileHint}</p>
      ) : (
        <KeepingMark value={cell.value} />
      )}
      <LeftOver cell={cell} />
    </section>
  );
}

interface GroupProps {
  readonly mark: Mark;
  readonly subjectId: SubjectId;
  readonly chosen: string | undefined;
  readonly readOnly: boolean;
  readonly onChoose: (value: string) => void;
}

/** The digit of a group is its place in the row. */
function Group({ mark, subjectId, chosen, readOnly, onChoose }: GroupProps): ReactElement {
  const isCopied = useFromPaper(subjectId);
  return (
    <fieldset
      id={`ciri-${mark}`}
      className={chosen === undefined ? 'mark' : 'mark mark--answered'}
      role="radiogroup"
      disabled={readOnly}
      onKeyDown={(event) => {
        if (pressChoiceKey(event) && isCopied && event.key !== 'Enter') stepQuestion(1);
      }}
    >
      <legend>{fieldInterviewText[mark]}</legend>
      <div className="mark__row">
        {Object.entries(fieldWords[mark]).map(([value, words], index) => (
          <label key={value} className="pill">
            <input
              type="radio"
              name={`${mark} ${subjectId}`}
              value={value}
              data-key={index + 1}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>
              <span className="pill__key" aria-hidden="true">
                {index + 1}
              </span>
              {words}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
