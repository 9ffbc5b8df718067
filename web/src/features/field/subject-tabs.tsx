import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Section } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { subjectName } from './describe.ts';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { sectionPath } from './paths.ts';
import { countAt } from './steps.ts';

interface SubjectTabsProps {
  readonly section: Section;
  readonly subjects: readonly AssessmentSubject[];
  readonly current: SubjectId;
}

/** The other subjects of the same section, each with how far it is. */
export function SubjectTabs({ section, subjects, current }: SubjectTabsProps): ReactElement | null {
  const { id } = useAssessment();
  const questionnaire = useQuestionnaire();
  const shown = subjects.filter(({ kind }) => kind !== 'user');
  if (shown.length < 2) return null;
  return (
    <nav className="subject-tabs" aria-label={fieldSectionText.subjects}>
      <ul>
        {shown.map((subject) => {
          const { answered, expected } = countAt(questionnaire, subject.id, section.id);
          const isAsked = subject.presence.state === 'present';
          return (
            <li key={subject.id}>
              <Link
                href={sectionPath(id, { sectionId: section.id, subjectId: subject.id })}
                {...(subject.id === current && { 'aria-current': 'page' as const })}
                title={subjectName(subject)}
              >
                {fieldWords.numbered(fieldWords.subjects[subject.kind], subject.number)}
                <span className="subject-tabs__count">
                  {isAsked ? `${answered === expected ? '✓ ' : ''}${answered}/${expected}` : '–'}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
