import type { Presence, SubjectId } from '@patuh/shared/domain/assessment';
import { type ReactElement, useState } from 'react';

import type { OpenAssessment } from '../../platform/field-store/open-assessment.ts';
import { fieldInterviewText } from '../../text/id/field-interview.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAssessment } from './desk-scope.tsx';
import type { InterviewStanding } from './interview-standing.ts';
import { userIndicators } from './steps.ts';
import { useEnter } from './use-enter.ts';

interface EndingProps {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
}

/** What is said of an interview that does not count, and the way back where there is one. */
export function EndedNotice({
  subjectId,
  standing,
  readOnly,
}: EndingProps & { readonly standing: Exclude<InterviewStanding, 'counts'> }): ReactElement {
  const enter = useEnter(subjectId);
  const count = (): void => {
    void enter({ indicatorId: null }, { field: 'presence', value: { state: 'present' } });
    if (standing === 'refused') void enter({ indicatorId: null }, { field: 'consent', value: true });
  };
  const { title, body, back } = ENDINGS[standing];
  return (
    <Notice>
      {title === undefined ? null : <p className="notice__title">{title}</p>}
      <p>{body}</p>
      {back === undefined || readOnly ? null : (
        <button type="button" className="button button--quiet" onClick={count}>
          {back}
        </button>
      )}
    </Notice>
  );
}

const ENDINGS = {
  refused: {
    title: fieldInterviewText.refusedTitle,
    body: fieldInterviewText.refusedBody,
    back: fieldInterviewText.refusedUndo,
  },
  withdrawn: { title: fieldInterviewText.withdrawnTitle, body: fieldInterviewText.withdrawnBody, back: undefined },
  'broken-off': {
    title: undefined,
    body: fieldInterviewText.notCountedBody,
    back: fieldInterviewText.countAgain,
  },
} as const;

/** The two ways in which an interview stops to count. What is withdrawn is withdrawn also of a unit that is handed in. */
export function EndInterview({ subjectId, readOnly }: EndingProps): ReactElement {
  return (
    <div className="interview-end">
      {readOnly ? null : (
        <Ending
          subjectId={subjectId}
          presence={{ state: 'absent' }}
          title={fieldInterviewText.breakOff}
          question={fieldInterviewText.breakOff}
          body={fieldInterviewText.breakOffBody}
          confirm={fieldInterviewText.breakOffConfirm}
        />
      )}
      <Ending
        subjectId={subjectId}
        presence={{ state: 'withdrawn' }}
        title={fieldInterviewText.withdraw}
        question={fieldInterviewText.withdrawTitle}
        body={fieldInterviewText.withdrawBody}
        confirm={fieldInterviewText.withdrawConfirm}
      />
    </div>
  );
}

interface OneEndingProps {
  readonly subjectId: SubjectId;
  readonly presence: Presence;
  readonly title: string;
  readonly question: string;
  readonly body: string;
  readonly confirm: string;
}

function Ending({ subjectId, presence, title, question, body, confirm }: OneEndingProps): ReactElement {
  const assessment = useAssessment();
  const enter = useEnter(subjectId);
  const [asking, setAsking] = useState(false);
  const end = (): void => {
    setAsking(false);
    if (presence.state === 'withdrawn') forgetDrafts(assessment, subjectId);
    void enter({ indicatorId: null }, { field: 'presence', value: presence });
  };
  return (
    <>
      <button type="button" className="quiet-link" onClick={() => setAsking(true)}>
        {title}
      </button>
      <ConfirmDialog
        open={asking}
        title={question}
        confirm={confirm}
        cancel={fieldInterviewText.cancel}
        onCancel={() => setAsking(false)}
        onConfirm={end}
      >
        <p>{body}</p>
      </ConfirmDialog>
    </>
  );
}

/** What is half filled in goes at once. */
function forgetDrafts(assessment: OpenAssessment, subjectId: SubjectId): void {
  assessment.keepDraft({ indicatorId: null, subjectId, field: 'profile' }, null);
  for (const { id: indicatorId } of userIndicators(assessment.instrument)) {
    for (const field of ['answer', 'note'] as const) assessment.keepDraft({ indicatorId, subjectId, field }, null);
  }
}
