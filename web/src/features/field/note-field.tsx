import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { TextArea } from '../../ui/field.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useAssessment, useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useTextCell } from './section-form.tsx';

interface NoteFieldProps {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
}

/** A note beside an answer: folded away until there is one. */
export function NoteField({ indicatorId, subjectId, readOnly }: NoteFieldProps): ReactElement | null {
  const assessment = useAssessment();
  const key = useMemo((): CellKey => ({ indicatorId, subjectId, field: 'note' }), [indicatorId, subjectId]);
  const cell = useCell(key);
  const [wanted, setWanted] = useState<'asked' | 'begun' | undefined>(
    assessment.draft(key) === undefined ? undefined : 'begun',
  );
  const text = noteIn(cell.value?.entry);
  if (readOnly) {
    return text === '' ? null : (
      <p className="small">
        <strong>{fieldSectionText.note}:</strong> {text}
      </p>
    );
  }
  if (text === '' && wanted === undefined && cell.conflict.length === 0) {
    return (
      <button type="button" className="quiet-link" onClick={() => setWanted('asked')}>
        {fieldSectionText.addNote}
      </button>
    );
  }
  return (
    <div className="note">
      <ConflictChoice cell={cell} readOnly={false} />
      <NoteText cellKey={key} startsFocused={wanted === 'asked'} />
      {text === '' ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </div>
  );
}

function NoteText({
  cellKey,
  startsFocused,
}: {
  readonly cellKey: CellKey;
  readonly startsFocused: boolean;
}): ReactElement {
  const { input, error } = useTextCell({
    name: `note.${cellKey.indicatorId ?? ''}`,
    cell: cellKey,
    storedIn: noteIn,
    entryOf: (text) => ({ field: 'note', value: text === '' ? null : text }),
  });
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (startsFocused) area.current?.focus();
  }, [startsFocused]);
  return (
    <TextArea
      label={fieldSectionText.note}
      rows={2}
      error={error}
      {...input}
      ref={(element) => {
        area.current = element;
        input.ref(element);
      }}
    />
  );
}

function noteIn(entry: FieldValue | undefined): string {
  return entry?.field === 'note' ? (entry.value ?? '') : '';
}
