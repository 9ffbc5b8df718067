import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import { type ReactElement, useMemo } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { TextField } from '../../ui/field.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useTextCell } from './section-form.tsx';

/** Which service product was observed. */
export function ProductName({
  subjectId,
  readOnly,
}: {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
}): ReactElement {
  const key = useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'name' }), [subjectId]);
  const cell = useCell(key);
  const { input, error, stored } = useTextCell({
    name: 'text',
    cell: key,
    storedIn: nameIn,
    entryOf: (text) => ({ field: 'name', value: text === '' ? null : text }),
  });
  return (
    <>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <TextField
        label={fieldSectionText.productName}
        hint={fieldSectionText.productNameHint}
        error={error}
        readOnly={readOnly}
        autoComplete="off"
        {...input}
      />
      {stored === '' ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </>
  );
}

function nameIn(entry: FieldValue | undefined): string {
  return entry?.field === 'name' ? (entry.value ?? '') : '';
}
