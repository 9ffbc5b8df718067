import type { PersonId } from '@patuh/shared/domain/ids';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

import { here } from '../../platform/identity/who-is-here.ts';
import { identityText } from '../../text/id/identity.ts';

/** Milliseconds until the next PIN may be tried, as the device knows it; counted down while somebody looks. */
export function useWait(personId: PersonId): readonly [number, Dispatch<SetStateAction<number>>] {
  const [wait, setWait] = useState(0);
  const waiting = wait > 0;
  useEffect(() => {
    const ask = async (): Promise<void> => setWait(await here.wait(personId));
    void ask();
    if (!waiting) return;
    const timer = setInterval(() => void ask(), 1_000);
    return () => clearInterval(timer);
  }, [personId, waiting]);
  return [wait, setWait];
}

export function waitWords(milliseconds: number): string {
  const { seconds, minutes } = identityText.unlock;
  const left = Math.ceil(milliseconds / 1_000);
  return left <= 90 ? seconds(left) : minutes(Math.ceil(left / 60));
}
