import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { useSyncExternalStore } from 'react';

import { useAssessment } from './desk-scope.tsx';
import type { Count } from './steps.ts';
import { type Marks, MARKS } from './use-marks.ts';

/** How far one interview is, over the four groups and its questions; asks only its own places, however many there are. */
export function useInterviewCount(subjectId: SubjectId, indicators: readonly Indicator[], { chosen }: Marks): Count {
  const assessment = useAssessment();
  const answered = useSyncExternalStore(assessment.onAny, () => {
    return indicators.filter(({ id }) => {
      const { value } = assessment.cell({ indicatorId: id, subjectId, field: 'answer' });
      return value?.entry.field === 'answer' && value.entry.value !== null;
    }).length;
  });
  const marked = MARKS.filter((mark) => chosen[mark] !== undefined).length;
  return { answered: answered + marked, expected: indicators.length + MARKS.length };
}
