import { sectionsOf } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { subjectName } from './describe.ts';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { useHashTarget } from './hash-target.ts';
import { isOpen } from './is-open.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { LastYearScope } from './last-year.tsx';
import { overviewPath } from './paths.ts';
import { PresenceForm } from './presence-form.tsx';
import { ProductName } from './product-name.tsx';
import { Question } from './question.tsx';
import { SectionFormScope } from './section-form.tsx';
import { SideContents } from './side-contents.tsx';
import { StepBar } from './step-bar.tsx';
import { indicatorsFor, subjectsIn } from './steps.ts';
import { SubjectTabs } from './subject-tabs.tsx';

interface SectionPageProps {
  readonly sectionId: string;
  readonly subjectId: string;
}

/** One section of the instrument for one subject. */
export function SectionPage({ sectionId, subjectId }: SectionPageProps): ReactElement {
  const { id, instrument } = useAssessment();
  const header = useHeader();
  const { subjects } = useQuestionnaire();
  const section = useMemo(
    () => sectionsOf(instrument).find((candidate) => candidate.id === sectionId),
    [instrument, sectionId],
  );
  useHashTarget();
  const subject = subjects.find((candidate) => candidate.id === subjectId && candidate.kind !== 'user');
  const back = (
    <Link className="back" href={overviewPath(id)}>
      {header.unit.name}
    </Link>
  );
  if (section === undefined || subject === undefined) {
    return (
      <AppPage title={fieldSectionText.missingTitle} above={back}>
        <EmptyState title={fieldSectionText.missingBody} />
      </AppPage>
    );
  }
  const readOnly = !isOpen(header);
  return (
    <SectionFormScope>
      <AppPage title={section.name} above={back} lead={subjectName(subject)}>
        <div className="form-page">
          <div className="form-page__main">
            <SubjectTabs section={section} subjects={subjectsIn(section, subjects)} current={subject.id} />
            <ClosedNotice />
            <LanguageSwitch />
            <AboutSubject subject={subject} subjects={subjects} readOnly={readOnly} />
            {subject.presence.state === 'present' ? (
              <LastYearScope>
                <div className="questions">
                  {indicatorsFor(section, subject).map((indicator, index, { length }) => (
                    <Question
                      key={indicator.id}
                      indicator={indicator}
                      subjectId={subject.id}
                      unitKind={header.unit.kind}
                      number={index + 1}
                      total={length}
                      readOnly={readOnly}
                    />
                  ))}
                </div>
              </LastYearScope>
            ) : (
              <EmptyState title={fieldSectionText.notAsked} />
            )}
            <StepBar section={section} subject={subject} />
          </div>
          <SideContents />
        </div>
      </AppPage>
    </SectionFormScope>
  );
}

function AboutSubject({
  subject,
  subjects,
  readOnly,
}: {
  readonly subject: AssessmentSubject;
  readonly subjects: readonly AssessmentSubject[];
  readonly readOnly: boolean;
}): ReactElement | null {
  if (subject.kind === 'unit') return null;
  return (
    <div className="about-subject">
      {subject.kind === 'product' && subject.presence.state === 'present' ? (
        <ProductName subjectId={subject.id} readOnly={readOnly} />
      ) : null}
      <PresenceForm
        subject={subject}
        others={subjects.filter(({ kind }) => kind === subject.kind)}
        readOnly={readOnly}
      />
    </div>
  );
}
