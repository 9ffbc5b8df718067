import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { type ReactElement, useMemo, useState } from 'react';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useCell } from './desk-scope.tsx';
import { LeftOver } from './left-over.tsx';
import { useEnter } from './use-enter.ts';

interface UserCountsProps {
  readonly subjectId: SubjectId;
  readonly isCounted: boolean;
  readonly readOnly: boolean;
}

/** An interview that was broken off or entered by mistake does not count; nothing of it is removed. */
export function UserCounts({ subjectId, isCounted, readOnly }: UserCountsProps): ReactElement {
  const key = useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'presence' }), [subjectId]);
  const cell = useCell(key);
  const enter = useEnter(subjectId);
  const [asking, setAsking] = useState(false);
  const set = (state: 'present' | 'absent'): void => void enter(key, { field: 'presence', value: { state } });
  return (
    <>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <LeftOver cell={cell} />
      {isCounted ? null : (
        <Notice>
          <p>{fieldUsersText.notCountedBody}</p>
          {readOnly ? null : (
            <button type="button" className="button button--quiet" onClick={() => set('present')}>
              {fieldUsersText.countAgain}
            </button>
          )}
        </Notice>
      )}
      {!isCounted || readOnly ? null : (
        <button type="button" className="quiet-link" onClick={() => setAsking(true)}>
          {fieldUsersText.breakOff}
        </button>
      )}
      <ConfirmDialog
        open={asking}
        title={fieldUsersText.breakOff}
        confirm={fieldUsersText.breakOffConfirm}
        cancel={fieldUsersText.cancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          set('absent');
        }}
      >
        <p>{fieldUsersText.breakOffBody}</p>
      </ConfirmDialog>
    </>
  );
}
