import type { ReactElement } from 'react';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { useHeader } from './desk-scope.tsx';

/** Why nothing can be entered now; nothing while it can. */
export function ClosedNotice(): ReactElement | null {
  const { state, submittedAt, notAssessed } = useHeader();
  if (state === 'assigned' || state === 'in-progress' || state === 'returned') return null;
  const { title, body } = fieldOverviewText.closed[state];
  return (
    <Notice title={title}>
      <p>
        {body}
        {submittedAt === null || state === 'not-assessed'
          ? ''
          : ` ${fieldOverviewText.submittedAt(formatMoment(submittedAt))}`}
      </p>
      {notAssessed === null ? null : (
        <p>
          {fieldWords.notAssessed[notAssessed.reason]}: {notAssessed.note}
        </p>
      )}
    </Notice>
  );
}
