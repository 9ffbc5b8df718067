import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';
import { subjectKindOf } from '@patuh/shared/sync/subjects';
import { useCallback } from 'react';

import { useAssessment } from './desk-scope.tsx';

type Enter = (
  place: Omit<CellKey, 'field' | 'subjectId'>,
  entry: FieldValue,
  base?: readonly ChangeId[],
) => Promise<void>;

/** Enters something about one subject. A user comes into being with the first thing that is entered of them. */
export function useEnter(subjectId: SubjectId): Enter {
  const assessment = useAssessment();
  return useCallback(
    async ({ indicatorId }, entry, base) => {
      const presence = { indicatorId: null, subjectId, field: 'presence' } as const;
      const isNew = subjectKindOf(subjectId) === 'user' && assessment.cell(presence).value === undefined;
      if (isNew && entry.field !== 'presence') {
        void assessment.enter(presence, { field: 'presence', value: { state: 'present' } });
      }
      await assessment.enter({ indicatorId, subjectId }, entry, base);
    },
    [assessment, subjectId],
  );
}
