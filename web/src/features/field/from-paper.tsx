import { type SubjectId, UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { subjectKindOf } from '@patuh/shared/sync/subjects';
import { type ReactElement, useMemo } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { fieldFormText } from '../../text/id/field-form.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useEnter } from './use-enter.ts';

/** Whether the answers of a subject are copied from paper: said of that interview, or of the whole unit. */
export function useFromPaper(subjectId: SubjectId): boolean {
  const ofUnit = useCell(usePaperKey(UNIT_SUBJECT));
  const own = useCell(usePaperKey(subjectId));
  return isPaper(ofUnit) || isPaper(own);
}

/** Says that answers are copied from a form of paper; of the unit, or of one interview. */
export function FromPaper({
  subjectId,
  readOnly,
}: {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
}): ReactElement | null {
  const cell = useCell(usePaperKey(subjectId));
  const ofUnit = isPaper(useCell(usePaperKey(UNIT_SUBJECT)));
  const enter = useEnter(subjectId);
  const isUser = subjectKindOf(subjectId) === 'user';
  if (isUser && ofUnit) return <p className="small soft">{fieldFormText.unitFromPaper}</p>;
  if (readOnly) return isPaper(cell) ? <p className="small">{fieldWords.fromPaper}</p> : null;
  return (
    <div className="from-paper">
      <ConflictChoice cell={cell} readOnly={false} />
      <label className="check">
        <input
          type="checkbox"
          checked={isPaper(cell)}
          onChange={({ target }) => void enter({ indicatorId: null }, { field: 'from-paper', value: target.checked })}
        />
        <span>
          {fieldWords.fromPaper}
          <span className="from-paper__hint">
            {isUser ? fieldFormText.interviewPaperHint : fieldFormText.unitPaperHint}
          </span>
        </span>
      </label>
      {cell.value === undefined ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </div>
  );
}

function usePaperKey(subjectId: SubjectId): CellKey {
  return useMemo(() => ({ indicatorId: null, subjectId, field: 'from-paper' }), [subjectId]);
}

function isPaper({ value }: LocalCell): boolean {
  return value?.entry.field === 'from-paper' && value.entry.value;
}
