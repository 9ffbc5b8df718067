import { getLastSeason, getUnitPlan } from '@patuh/shared/contracts/units';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { ProblemReply } from '../../platform/call.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { planUnitsText as text } from '../../text/id/plan-units.ts';
import { Notice } from '../../ui/notice.tsx';

/** Why the plan did not change; where somebody else was first, that the page shows it now and nothing typed was lost. */
export function PlanFaultNotice({ fault }: { readonly fault: unknown }): ReactElement | null {
  if (fault === null || fault === undefined) return null;
  if (!isChangedMeanwhile(fault)) return <FaultNotice fault={fault} />;
  return (
    <Notice tone="caution" title={text.changedTitle}>
      <p>{text.changedBody}</p>
    </Notice>
  );
}

export function isChangedMeanwhile(fault: unknown): boolean {
  return fault instanceof ProblemReply && fault.problem.code === 'changed-meanwhile';
}

/** Reads the plan anew, for whoever was refused because it changed. */
export function usePlanRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { path } of [getUnitPlan, getLastSeason]) void client.invalidateQueries({ queryKey: [path] });
  };
}
