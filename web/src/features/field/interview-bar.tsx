import { SubjectId } from '@patuh/shared/domain/assessment';
import { type ReactElement, useCallback } from 'react';
import { v7 } from 'uuid';
import { Link, useLocation } from 'wouter';

import { fieldInterviewText as text } from '../../text/id/field-interview.ts';
import { BarTop } from './bar-top.tsx';
import { useAssessment } from './desk-scope.tsx';
import { goToQuestion } from './hash-target.ts';
import { nextOpenStep } from './next-step.ts';
import { usersPath, userPath } from './paths.ts';
import type { Count } from './steps.ts';

interface InterviewBarProps {
  /** Undefined where nothing is to be asked any more. */
  readonly count: Count | undefined;
  /** Whether there is anything to lead on to: a closed unit asks nobody, and nothing is asked before consent. */
  readonly leadsOn: boolean;
}

/** At the lower edge: how far this interview is, the next open step or the next person, and the end of the round. */
export function InterviewBar({ count, leadsOn }: InterviewBarProps): ReactElement {
  const { id } = useAssessment();
  const startNext = useNewInterview({ replace: true });
  const isDone = count === undefined || count.answered === count.expected;
  const words = count === undefined ? '' : isDone ? text.done : text.progress(count.answered, count.expected);
  return (
    <nav className="step-bar interview-bar" aria-label={text.bar}>
      <BarTop count={count} words={words} />
      <p className="visually-hidden" role="status">
        {count !== undefined && isDone ? words : ''}
      </p>
      <Link className="button button--quiet" href={usersPath(id)}>
        {text.finish}
      </Link>
      {!leadsOn ? null : isDone ? (
        <button type="button" className="button step-bar__main" onClick={startNext}>
          {text.nextPerson}
        </button>
      ) : (
        <button type="button" className="button button--quiet step-bar__main" onClick={goToOpen}>
          {text.toOpen}
        </button>
      )}
    </nav>
  );
}

/** Leads to an empty interview; the user exists from the first thing that is entered on. */
export function useNewInterview({ replace }: { readonly replace: boolean }): () => void {
  const { id } = useAssessment();
  const [, navigate] = useLocation();
  return useCallback(
    () => navigate(userPath(id, SubjectId.parse(`user-${v7()}`)), { replace }),
    [id, navigate, replace],
  );
}

function goToOpen(): void {
  const next = nextOpenStep(document.body);
  if (next !== undefined) goToQuestion(next.id);
}
