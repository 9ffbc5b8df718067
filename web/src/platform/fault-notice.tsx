import type { ReactElement } from 'react';

import { faultText } from '../text/id/fault.ts';
import { problemText } from '../text/id/problem.ts';
import { NoAnswer, ProblemReply } from './call.ts';

interface FaultNoticeProps {
  readonly fault: unknown;
  /** What is shown below is still the earlier answer. */
  readonly stale?: boolean;
  readonly onRetry?: () => void;
}

/** Why something did not work and what to do: the one way in which the app shows a fault of a call. */
export function FaultNotice({ fault, stale = false, onRetry }: FaultNoticeProps): ReactElement {
  const { title, body } = faultWords(fault);
  return (
    <div className="notice notice--caution" role="alert">
      <p className="notice__title">{title}</p>
      <p>{body}</p>
      {stale ? <p>{faultText.stale}</p> : null}
      {fault instanceof ProblemReply ? <Particulars fault={fault} /> : null}
      {onRetry === undefined ? null : (
        <p>
          <button type="button" className="button button--quiet" onClick={onRetry}>
            {faultText.retry}
          </button>
        </p>
      )}
    </div>
  );
}

function Particulars({ fault: { problem, retryAfter } }: { readonly fault: ProblemReply }): ReactElement {
  return (
    <>
      {retryAfter === null ? null : <p>{faultText.tryAgainIn(retryAfter)}</p>}
      {problem.count === undefined ? null : <p>{faultText.outstanding(problem.count)}</p>}
      <List items={(problem.errors ?? []).map(({ field, message }) => `${faultText.field(field)}: ${message}`)} />
      <List items={problem.blockers ?? []} />
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Title and body in words for whatever a call threw. */
function faultWords(fault: unknown): { readonly title: string; readonly body: string } {
  if (fault instanceof NoAnswer) return faultText.noAnswer[fault.reason];
  if (!(fault instanceof ProblemReply)) return problemText.problems['internal-error'];
  const { code } = fault.problem;
  if (code === 'invalid-request' || code === 'not-found') return faultText[code];
  const known = Object.entries(problemText.problems).find(([name]) => name === code);
  return known?.[1] ?? faultText.noAnswer.unreadable;
}
