import type { EvidencePiece, ProvenPoint } from '@patuh/shared/domain/evidence';
import type { Question } from '@patuh/shared/sync/questionnaire';
import { type ReactElement, useState } from 'react';

import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { subjectName } from './describe.ts';
import { useQuestionnaire } from './desk-scope.tsx';

interface EvidenceProvesProps {
  readonly piece: EvidencePiece;
  readonly readOnly: boolean;
  readonly onChange: (point: ProvenPoint, isProven: boolean) => void;
}

/** Which points a piece proves: those of the same page at once, all others behind one tap. */
export function EvidenceProves({ piece, readOnly, onChange }: EvidenceProvesProps): ReactElement {
  const questions = useQuestionnaire().questions.filter(({ subject }) => subject.kind !== 'user');
  const [more, setMore] = useState(false);
  const proven = questions.filter((question) => piece.proves.some((point) => isAt(point, question)));
  const [first] = proven;
  const isNear = (question: Question): boolean =>
    proven.includes(question) ||
    (first?.section.id === question.section.id && first.subject.id === question.subject.id);
  const near = questions.filter(isNear);
  const others = questions.filter((question) => !isNear(question));
  const list = (shown: readonly Question[]): ReactElement => (
    <ul className="plain-list">
      {shown.map((question) => (
        <li key={`${question.indicator.id} ${question.subject.id}`}>
          <label className="check">
            <input
              type="checkbox"
              checked={proven.includes(question)}
              disabled={readOnly}
              onChange={({ currentTarget }) => onChange(pointOf(question), currentTarget.checked)}
            />
            <span>
              {question.indicator.name}
              {question.subject.kind === 'unit' ? '' : ` · ${subjectName(question.subject)}`}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <fieldset className="evidence-proves">
      <legend>{text.proves}</legend>
      {proven.length === 0 ? <p className="small">{text.provesUnit}</p> : null}
      {list(near)}
      {readOnly || others.length === 0 ? null : (
        <details onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
          <summary>{text.alsoProves}</summary>
          {more ? list(others) : null}
        </details>
      )}
    </fieldset>
  );
}

function isAt({ indicatorId, subjectId }: ProvenPoint, { indicator, subject }: Question): boolean {
  return indicatorId === indicator.id && subjectId === subject.id;
}

function pointOf({ indicator, subject }: Question): ProvenPoint {
  return { indicatorId: indicator.id, subjectId: subject.id };
}
