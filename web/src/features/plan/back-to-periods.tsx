import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { planText } from '../../text/id/plan.ts';
import { PLAN_PATH } from './paths.ts';

export function BackToPeriods(): ReactElement {
  return (
    <Link className="back" href={PLAN_PATH}>
      {planText.back}
    </Link>
  );
}
