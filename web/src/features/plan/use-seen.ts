import type { Contract } from '@patuh/shared/contracts/contract';
import { getPeriod } from '@patuh/shared/contracts/periods';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { isChangedMeanwhile } from './changed-meanwhile.tsx';

/** Where somebody else was first, what there is now is read, so that the next press is about that. */
export function useReadAnew(fault: unknown, contract: Contract = getPeriod): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isChangedMeanwhile(fault)) void client.invalidateQueries({ queryKey: [contract.path] });
  }, [client, contract, fault]);
}

interface Seen {
  /** Of what the person saw when they began, or looked at again since. */
  readonly seen: number;
  /** Somebody else changed it, and the new state is on the screen beside what was typed. */
  readonly isBehind: boolean;
  /** Whoever saves now has the new state before them. */
  readonly look: () => void;
}

/**
 * The version that a form names when it saves. It stays that of the moment when the form was opened, even though the page
 * reads the period anew meanwhile; only once the server refused it for that is the new state shown, and then it counts.
 */
export function useSeen(version: number, fault: unknown): Seen {
  const [seen, setSeen] = useState(version);
  useReadAnew(fault);
  const isBehind = isChangedMeanwhile(fault) && version !== seen;
  const shown = isBehind ? version : seen;
  return { seen: shown, isBehind, look: () => setSeen(shown) };
}
