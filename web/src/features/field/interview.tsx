import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { type ReactElement, useCallback, useMemo, useRef } from 'react';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { AdvanceOnTap, AdvanceSwitch } from './advance-on-tap.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { ConsentForm, hasAgreed, useConsent } from './consent-form.tsx';
import { useAssessment, useCell, useHeader } from './desk-scope.tsx';
import { FromPaper } from './from-paper.tsx';

import { goToQuestion, useHashTarget } from './hash-target.ts';
import { InterviewBar } from './interview-bar.tsx';
import { useInterviewCount } from './interview-count.ts';
import { EndedNotice, EndInterview } from './interview-ending.tsx';
import { interviewStanding } from './interview-standing.ts';
import { isOpen } from './is-open.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { LeftOver } from './left-over.tsx';
import { nextOpenStep } from './next-step.ts';
import { ProfileForm } from './profile-form.tsx';
import { Question } from './question.tsx';
import { userIndicators } from './steps.ts';
import { TempoRemark } from './tempo-remark.tsx';
import { useMarks } from './use-marks.ts';

/** One interview: consent first, then everything else on one page, in the order in which it is asked. */
export function Interview({ subjectId }: { readonly subjectId: SubjectId }): ReactElement {
  const header = useHeader();
  useHashTarget();
  const presence = useCell(useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'presence' }), [subjectId]));
  const consent = useConsent(subjectId);
  const readOnly = !isOpen(header);
  const isNew = presence.value === undefined;
  const standing = interviewStanding({
    presence: presence.value?.entry.field === 'presence' ? presence.value.entry.value : { state: 'present' },
    consent: consent.value?.entry.field === 'consent' ? consent.value.entry.value : null,
  });
  if (standing !== 'counts') {
    return (
      <>
        <ClosedNotice />
        <ConflictChoice cell={presence} readOnly={readOnly} />
        <EndedNotice subjectId={subjectId} standing={standing} readOnly={readOnly} />
        <LeftOver cell={presence} />
        <InterviewBar count={undefined} leadsOn={!readOnly} />
      </>
    );
  }
  return (
    <>
      <ClosedNotice />
      <ConflictChoice cell={presence} readOnly={readOnly} />
      <LeftOver cell={presence} />
      <Asked subjectId={subjectId} readOnly={readOnly} isAsked={!isNew || hasAgreed(consent)} />
    </>
  );
}

interface AskedProps {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
  /** Nothing is asked before somebody agreed. */
  readonly isAsked: boolean;
}

function Asked({ subjectId, readOnly, isAsked }: AskedProps): ReactElement {
  const { instrument } = useAssessment();
  const { unit } = useHeader();
  const indicators = useMemo(() => userIndicators(instrument), [instrument]);
  const marks = useMarks(subjectId);
  const count = useInterviewCount(subjectId, indicators, marks);
  const page = useRef<HTMLDivElement>(null);
  const begin = useCallback(() => requestAnimationFrame(() => goToFirstOpen(page.current)), []);
  return (
    <div ref={page}>
      <LanguageSwitch />
      <ConsentForm subjectId={subjectId} readOnly={readOnly} onAgreed={begin} />
      {isAsked ? (
        <>
          <p className="small soft">{fieldUsersText.privacy}</p>
          <FromPaper subjectId={subjectId} readOnly={readOnly} />
          <AdvanceOnTap>
            <ProfileForm subjectId={subjectId} marks={marks} readOnly={readOnly} />
            <div className="questions">
              {indicators.map((indicator, index, { length }) => (
                <Question
                  key={indicator.id}
                  indicator={indicator}
                  subjectId={subjectId}
                  unitKind={unit.kind}
                  number={index + 1}
                  total={length}
                  readOnly={readOnly}
                />
              ))}
            </div>
          </AdvanceOnTap>
          {count.answered === count.expected ? <TempoRemark subjectId={subjectId} /> : null}
          {readOnly ? null : <AdvanceSwitch />}
          <EndInterview subjectId={subjectId} readOnly={readOnly} />
        </>
      ) : null}
      <InterviewBar count={count} leadsOn={isAsked && !readOnly} />
    </div>
  );
}

function goToFirstOpen(page: Element | null): void {
  const first = page === null ? undefined : nextOpenStep(page);
  if (first !== undefined) goToQuestion(first.id);
}
