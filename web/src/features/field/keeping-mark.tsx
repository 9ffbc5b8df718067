import type { ReactElement } from 'react';

import type { ShownValue } from '../../platform/field-store/local-cell.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldStatusText } from '../../text/id/field-status.ts';
import { formatDay, formatTime } from '../../ui/moment.ts';
import { useDesk } from './desk-scope.tsx';

/** Where a value is now, in words and with a sign; read out when it changes. */
export function KeepingMark({ value }: { readonly value: ShownValue | undefined }): ReactElement {
  const { store } = useDesk();
  if (value === undefined) {
    return (
      <p className="keeping keeping--open" role="status">
        {fieldSectionText.open}
      </p>
    );
  }
  const { keeping, entered } = value;
  const words = fieldStatusText.marks[keeping === 'on-device' && store.durable ? 'on-device-durable' : keeping];
  return (
    <p className={`keeping keeping--${keeping}`} role="status">
      <svg className="keeping__sign" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={keeping === 'on-server' ? 'M2 8.500l4 4 8-9' : keeping === 'failed' ? 'M8 2v8M8 13v1' : 'M8 3v5l3 2'}
        />
      </svg>
      {words}
      {entered === undefined || entered.by === '' ? null : (
        <span className="soft"> · {fieldStatusText.enteredBy(entered.by, whenWords(entered.at))}</span>
      )}
    </p>
  );
}

/** The time of what is of today, else the day. */
function whenWords(iso: string): string {
  return formatDay(iso) === formatDay(new Date().toISOString()) ? formatTime(iso) : formatDay(iso);
}
