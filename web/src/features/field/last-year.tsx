import type { LastYear } from '@patuh/shared/contracts/assessments';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react';

import { useAssessment, useDesk, useDeskState } from './desk-scope.tsx';

const LastYearContext = createContext<LastYear | null>(null);

/** Hands down what the unit was found to be before, read once a page. Who shows it sees to it that it is not shown early. */
export function LastYearScope({ children }: { readonly children: ReactNode }): ReactElement {
  const { store } = useDesk();
  const { id } = useAssessment();
  const { revision } = useDeskState().journal;
  const [known, setKnown] = useState<LastYear | null>();
  // As long as it was never fetched, every exchange may have brought it.
  const attempt = known === undefined ? revision : -1;
  useEffect(() => {
    if (attempt === -1) return;
    const visit = { left: false };
    const read = async (): Promise<void> => {
      const found = await store.lastYear(id);
      if (!visit.left && found !== undefined) setKnown(found);
    };
    void read();
    return () => {
      visit.left = true;
    };
  }, [store, id, attempt]);
  return <LastYearContext.Provider value={known ?? null}>{children}</LastYearContext.Provider>;
}

/** Null where there is none, or where it was not fetched. */
export function useLastYear(): LastYear | null {
  return useContext(LastYearContext);
}
