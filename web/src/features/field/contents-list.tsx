import { sectionsOf } from '@patuh/shared/sync/sections';
import { type ReactElement, useId } from 'react';
import { Link, useLocation } from 'wouter';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { presenceWords, subjectName } from './describe.ts';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { Meter } from './meter.tsx';
import { sectionPath, usersPath } from './paths.ts';
import { type Count, countAt, subjectsIn } from './steps.ts';
import { useProgress } from './use-progress.ts';

/** The table of contents: sections, and in each the subjects it asks. */
export function ContentsList(): ReactElement {
  const { id, instrument } = useAssessment();
  const questionnaire = useQuestionnaire();
  const { bySection, users } = useProgress();
  const title = useId();
  const [here] = useLocation();
  return (
    <nav className="contents" aria-labelledby={title}>
      <h2 id={title}>{fieldOverviewText.contents}</h2>
      <ol className="contents__sections">
        {sectionsOf(instrument).map((section) => {
          const count = bySection.find(({ sectionId }) => sectionId === section.id) ?? { answered: 0, expected: 0 };
          const subjects = subjectsIn(section, questionnaire.subjects);
          return (
            <li key={section.id} className="contents__section">
              <div className="contents__head">
                <h3>
                  {section.above.length === 0 ? null : <span className="overline">{section.above.join(' · ')}</span>}
                  {section.name}
                </h3>
                <Figure {...count} />
              </div>
              <Meter {...count} />
              <ul className="contents__subjects">
                {subjects
                  .filter(({ kind }) => kind !== 'user')
                  .map((subject) => (
                    <li key={subject.id}>
                      <Link {...linkTo(sectionPath(id, { sectionId: section.id, subjectId: subject.id }), here)}>
                        <span>{subjectName(subject)}</span>
                        {subject.presence.state === 'present' ? (
                          <Figure {...countAt(questionnaire, subject.id, section.id)} />
                        ) : (
                          <span className="figure figure--none">{presenceWords(subject.presence, subject.kind)}</span>
                        )}
                      </Link>
                    </li>
                  ))}
                {section.indicators.some(({ subject }) => subject === 'user') ? (
                  <li>
                    <Link {...linkTo(usersPath(id), here)}>
                      <span>{fieldOverviewText.users(users.interviewed, users.target)}</span>
                    </Link>
                  </li>
                ) : null}
              </ul>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function linkTo(href: string, here: string): { readonly href: string; readonly 'aria-current'?: 'page' } {
  return here === href ? { href, 'aria-current': 'page' } : { href };
}

function Figure({ answered, expected }: Count): ReactElement {
  const isDone = expected > 0 && answered >= expected;
  return (
    <span className={isDone ? 'figure figure--done' : 'figure'}>
      <span aria-hidden="true">
        {isDone ? '✓ ' : ''}
        {fieldOverviewText.sectionProgress(answered, expected)}
      </span>
      <span className="visually-hidden">{fieldOverviewText.sectionLabel(answered, expected)}</span>
    </span>
  );
}
