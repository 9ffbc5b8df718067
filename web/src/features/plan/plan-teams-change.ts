import type { Contract } from '@patuh/shared/contracts/contract';
import { getPeriod } from '@patuh/shared/contracts/periods';
import { getTeamPlan, type TeamPlan } from '@patuh/shared/contracts/teams';
import { getUnitPlan } from '@patuh/shared/contracts/units';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { CallInput } from '../../platform/call.ts';
import { useAction } from '../../platform/query.tsx';
import { isChangedMeanwhile } from './plan-units-fault.tsx';

/** Whose teams. */
export interface TeamsOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export interface TeamChange<C extends Contract> {
  /** `done` is called once it is done. */
  readonly send: (input: CallInput<C>, done: () => void) => void;
  readonly busy: boolean;
  readonly fault: Error | null;
  /** The plan that was on the screen when somebody else was first. */
  readonly seen: TeamPlan | undefined;
}

/** Changes the teams; where somebody else was first, the page reads them anew and remembers what it had shown. */
export function useTeamChange<C extends Contract>(contract: C, plan: TeamPlan): TeamChange<C> {
  const client = useQueryClient();
  const action = useAction(contract, [getTeamPlan, getPeriod, getUnitPlan]);
  const [seen, setSeen] = useState<TeamPlan>();
  return {
    busy: action.isPending,
    fault: action.error,
    seen,
    send: (input, done) => {
      setSeen(undefined);
      action.mutate(input, {
        onSuccess: done,
        onError: (fault) => {
          if (!isChangedMeanwhile(fault)) return;
          setSeen(plan);
          void client.invalidateQueries({ queryKey: [getTeamPlan.path] });
        },
      });
    },
  };
}
