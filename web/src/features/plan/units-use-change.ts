import type { Contract } from '@patuh/shared/contracts/contract';
import { getRegister, getUnitHistory, getUnitPlan } from '@patuh/shared/contracts/units';
import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';

import type { CallInput, CallOk } from '../../platform/call.ts';
import { useAction } from '../../platform/query.tsx';

/** Changes a unit; the page shows it as it is now, also to whoever was refused because somebody else was first. */
export function useUnitChange<C extends Contract>(
  contract: C,
): UseMutationResult<CallOk<C>, Error, CallInput<C>> & {
  readonly send: (input: CallInput<C>) => void;
} {
  const client = useQueryClient();
  const action = useAction(contract, [getUnitHistory, getRegister, getUnitPlan]);
  const send = (input: CallInput<C>): void => {
    action.mutate(input, { onError: () => void client.invalidateQueries({ queryKey: [getUnitHistory.path] }) });
  };
  return { ...action, send };
}
