import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';
import type { AnswerEntry } from '@patuh/shared/sync/values';
import type { ReactElement } from 'react';

import { fieldFormText } from '../../text/id/field-form.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { levelText } from './describe.ts';
import { useLastYear } from './last-year.tsx';

interface LastYearLineProps {
  readonly indicator: Indicator;
  readonly subjectId: SubjectId;
  readonly unitKind: UnitKind;
  /** The answer of this year: without one nothing is told of the last, or it would lead the hand. */
  readonly answer: AnswerEntry;
}

/** So many levels apart, the evidence is worth a second look; a unit may well have changed. */
const FAR = 2;

/** What the same question was answered with before, below one’s own answer. */
export function LastYearLine({ indicator, subjectId, unitKind, answer }: LastYearLineProps): ReactElement | null {
  const lastYear = useLastYear();
  const was = lastYear?.levels.find((entry) => entry.indicatorId === indicator.id && entry.subjectId === subjectId);
  if (lastYear === null || was === undefined) return null;
  const { level } = was;
  const rubric = indicator.levels.find((candidate) => candidate.level === level);
  const isFar = level !== null && answer.kind === 'level' && Math.abs(answer.level - level) >= FAR;
  return (
    <p className="last-year">
      <strong>
        {fieldFormText.lastYear(lastYear.year, level === null ? fieldWords.notApplicable : fieldWords.level(level))}
      </strong>
      {rubric === undefined ? null : `: ${levelText(rubric, unitKind)}`}
      {isFar ? <span className="last-year__far"> {fieldFormText.farApart}</span> : null}
    </p>
  );
}
