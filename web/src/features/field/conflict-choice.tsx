import { subjectKindOf } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { formatMoment } from '../../ui/moment.ts';
import { valueWords } from './describe.ts';
import { useEnter } from './use-enter.ts';

/** Two people entered different things: both are shown, and whoever chooses replaces both. */
export function ConflictChoice({
  cell,
  readOnly,
}: {
  readonly cell: LocalCell;
  readonly readOnly: boolean;
}): ReactElement | null {
  const enter = useEnter(cell.subjectId);
  if (cell.conflict.length === 0) return null;
  const kind = subjectKindOf(cell.subjectId);
  return (
    <div className="notice notice--caution" role="group" aria-label={fieldSectionText.conflictTitle}>
      <p className="notice__title">{fieldSectionText.conflictTitle}</p>
      <p>{fieldSectionText.conflictBody}</p>
      <ul className="plain-list">
        {cell.conflict.map(({ changeId, entry, by, at }) => (
          <li key={changeId}>
            <strong>{valueWords(entry, kind)}</strong>
            <span className="small soft"> · {fieldSectionText.conflictEntered(by, formatMoment(at))}</span>
            {readOnly ? null : (
              <button
                type="button"
                className="button button--quiet conflict__choose"
                onClick={() => void enter(cell, entry, cell.base)}
              >
                {fieldSectionText.conflictChoose(valueWords(entry, kind))}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
