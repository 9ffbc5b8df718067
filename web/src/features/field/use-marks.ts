import { type SubjectId, UserProfile } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { useMemo, useState } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { useAssessment, useCell } from './desk-scope.tsx';
import { useEnter } from './use-enter.ts';

export const MARKS = ['gender', 'ageBand', 'education', 'work'] as const;
export type Mark = (typeof MARKS)[number];

/** The groups a user belongs to, as far as they are chosen. */
export interface Marks {
  readonly cell: LocalCell;
  readonly chosen: Readonly<Partial<Record<Mark, string>>>;
  readonly choose: (mark: Mark, value: string) => void;
}

/** Kept once all four are chosen; what is chosen before is a draft. */
export function useMarks(subjectId: SubjectId): Marks {
  const assessment = useAssessment();
  const key = useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'profile' }), [subjectId]);
  const cell = useCell(key);
  const enter = useEnter(subjectId);
  const [draft, setDraft] = useState<Partial<Record<Mark, string>>>(() => assessment.draft(key) ?? {});
  const stored = cell.value?.entry.field === 'profile' ? cell.value.entry.value : undefined;
  const chosen = stored ?? draft;
  const choose = (mark: Mark, value: string): void => {
    const next = { ...chosen, [mark]: value };
    const profile = UserProfile.safeParse(next);
    setDraft(next);
    if (profile.success) void enter(key, { field: 'profile', value: profile.data });
    else assessment.keepDraft(key, next);
  };
  return { cell, chosen, choose };
}
