import type { ReactElement } from 'react';

import { ProblemReply } from '../../platform/call.ts';
import { periodText as text } from '../../text/id/plan.ts';

export function isChangedMeanwhile(fault: unknown): boolean {
  return fault instanceof ProblemReply && fault.problem.code === 'changed-meanwhile';
}

/** Nothing was overwritten: what is there now stands beside what was typed. */
export function ChangedMeanwhile(): ReactElement {
  return (
    <div className="notice notice--caution" role="alert">
      <p className="notice__title">{text.changedTitle}</p>
      <p>{text.changedBody}</p>
    </div>
  );
}
