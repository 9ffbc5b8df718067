import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import { type ReactElement, useEffect, useRef } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { TextArea } from '../../ui/field.tsx';
import { Choice } from './choice.tsx';
import { useTextCell } from './section-form.tsx';

interface NotApplicableProps {
  readonly name: string;
  readonly cellKey: CellKey;
  readonly chosen: boolean;
  /** Whether a reason is in the store. */
  readonly kept: boolean;
  readonly onChoose: () => void;
}

/** “Tidak berlaku”: an answer only together with its reason. */
export function NotApplicable({ name, cellKey, chosen, kept, onChoose }: NotApplicableProps): ReactElement {
  return (
    <>
      <Choice name={name} value="not-applicable" mark="–" checked={chosen} onChoose={onChoose}>
        {fieldSectionText.notApplicable}
      </Choice>
      {chosen ? <Reason cellKey={cellKey} kept={kept} /> : null}
    </>
  );
}

function Reason({ cellKey, kept }: { readonly cellKey: CellKey; readonly kept: boolean }): ReactElement {
  const { input, error } = useTextCell({
    name: `reason.${cellKey.indicatorId ?? ''}`,
    cell: cellKey,
    storedIn: reasonIn,
    entryOf: (reason) => (reason === '' ? undefined : { field: 'answer', value: { kind: 'not-applicable', reason } }),
  });
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!kept) area.current?.focus();
    // Whoever chose it goes on with the reason.
  }, [kept]);
  return (
    <TextArea
      label={fieldSectionText.notApplicableReason}
      hint={kept ? undefined : fieldSectionText.notApplicableHint}
      error={error}
      {...input}
      ref={(element) => {
        area.current = element;
        input.ref(element);
      }}
    />
  );
}

function reasonIn(entry: FieldValue | undefined): string {
  return entry?.field === 'answer' && entry.value?.kind === 'not-applicable' ? entry.value.reason : '';
}
