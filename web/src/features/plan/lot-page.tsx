import type { ReactElement } from 'react';

import { planText as text } from '../../text/id/plan.ts';
import type { PlanProps } from './plan-page.tsx';

export function LotPage({ plan }: PlanProps): ReactElement {
  return <p>{text.counts(plan.units, plan.assigned)}</p>;
}
