import { useEffect, useState } from 'react';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { useDesk, useDeskState } from './desk-scope.tsx';

/** What `read`, always the same function, finds on the desk, and again whenever something changes; undefined until then. */
export function useStored<Value>(read: (desk: FieldDesk) => Promise<Value>): Value | undefined {
  const desk = useDesk();
  const { revision } = useDeskState().journal;
  const [found, setFound] = useState<{ readonly value: Value; readonly revision: number }>();
  useEffect(() => {
    const visit = { left: false };
    const look = async (): Promise<void> => {
      const value = await read(desk);
      if (!visit.left) setFound({ value, revision });
    };
    void look();
    return () => {
      visit.left = true;
    };
  }, [desk, read, revision]);
  return found?.value;
}
