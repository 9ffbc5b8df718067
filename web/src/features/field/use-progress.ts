import { type Progress, progressOf } from '@patuh/shared/sync/progress';
import { useMemo } from 'react';

import { useAssessment, useCells, useHeader } from './desk-scope.tsx';

export function useProgress(): Progress {
  const { instrument } = useAssessment();
  const { kind } = useHeader().unit;
  const cells = useCells();
  return useMemo(() => progressOf(instrument, kind, cells), [instrument, kind, cells]);
}
