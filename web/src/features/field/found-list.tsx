import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Question } from '@patuh/shared/sync/questionnaire';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldFormText } from '../../text/id/field-form.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { subjectName } from './describe.ts';
import { useAssessment } from './desk-scope.tsx';
import { overviewPath, sectionPath, userPath, usersPath } from './paths.ts';
import { firstPlace, type Found } from './search-questions.ts';

/** What was found: every indicator, and of whom it is asked, answered or not. */
export function FoundList({ found }: { readonly found: readonly Found[] }): ReactElement {
  const { id } = useAssessment();
  if (found.length === 0) return <p>{fieldFormText.nothing}</p>;
  return (
    <ul className="found">
      {found.map((entry) => (
        <li key={entry.indicator.id}>
          <p className="overline">{entry.section.name}</p>
          <h3 className="found__name">{entry.indicator.name}</h3>
          <ul className="contents__subjects">
            {entry.indicator.subject === 'user' ? (
              <li>
                <Link href={pathOf(id, entry)}>{usersWords(entry.questions)}</Link>
              </li>
            ) : (
              entry.questions.map((question) => (
                <li key={question.subject.id}>
                  <Link href={questionPath(id, question)}>
                    <span>{subjectName(question.subject)}</span>
                    <Answer question={question} />
                  </Link>
                </li>
              ))
            )}
          </ul>
          {entry.indicator.subject !== 'user' && entry.questions.length === 0 ? (
            <p className="small soft">{fieldFormText.notAsked}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Where Enter leads: to its first open question; where nobody is asked yet, to where that can be changed. */
export function pathOf(id: AssessmentId, found: Found): string {
  const question = firstPlace(found);
  if (question !== undefined) return questionPath(id, question);
  return found.indicator.subject === 'user' ? usersPath(id) : overviewPath(id);
}

function questionPath(id: AssessmentId, { section, subject, indicator }: Question): string {
  if (subject.kind === 'user') return userPath(id, subject.id, indicator.id);
  return sectionPath(id, { sectionId: section.id, subjectId: subject.id }, indicator.id);
}

function Answer({ question: { answer } }: { readonly question: Question }): ReactElement {
  if (answer === null) return <span className="figure">{fieldFormText.open}</span>;
  return (
    <span className="figure figure--done">
      <span aria-hidden="true">✓ </span>
      {answer.kind === 'level' ? fieldWords.level(answer.level) : fieldWords.notApplicable}
    </span>
  );
}

function usersWords(questions: readonly Question[]): string {
  if (questions.length === 0) return fieldFormText.noUsers;
  return fieldFormText.usersAnswered(questions.filter(({ answer }) => answer !== null).length, questions.length);
}
