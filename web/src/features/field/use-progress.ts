import type { Progress } from '@patuh/shared/sync/progress';

import { useAssessment, useCells, useHeader } from './desk-scope.tsx';
import { progressIn } from './laid-out.ts';

export function useProgress(): Progress {
  const { instrument } = useAssessment();
  const { kind } = useHeader().unit;
  return progressIn(instrument, kind, useCells());
}
