import { subjectKindOf } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { valueWords } from './describe.ts';
import { useHeader } from './desk-scope.tsx';
import { latenessOf } from './lateness.ts';

/** What one entered here and the server did not take, or not yet. */
export function LeftOver({ cell }: { readonly cell: LocalCell }): ReactElement | null {
  const { refused, late } = cell;
  const header = useHeader();
  const kind = subjectKindOf(cell.subjectId);
  if (refused !== undefined) {
    return (
      <div className="notice notice--caution" role="note">
        <p>{fieldSectionText.refused(valueWords(refused.entry, kind), fieldWords.refusals[refused.reason])}</p>
        <p>{fieldSectionText.refusedKept}</p>
      </div>
    );
  }
  if (late === undefined) return null;
  const told = header.late.find(({ changeId }) => changeId === late.id);
  const words = fieldSectionText.late[told === undefined ? 'arrived' : latenessOf(header, told)];
  return (
    <div className="notice" role="note">
      <p>{words(valueWords(late.entry, kind))}</p>
    </div>
  );
}
