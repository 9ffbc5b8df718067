import { type ReactElement, useEffect, useState } from 'react';

import type { AssessmentHeader, JournalEntry } from '../../platform/field-store/field-store.ts';
import { fieldStatusText } from '../../text/id/field-status.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { valueWords } from './describe.ts';
import { useDesk } from './desk-scope.tsx';

/** What the server did not take: kept here, each with its reason. */
export function RefusedList({ entries }: { readonly entries: readonly JournalEntry[] }): ReactElement {
  const desk = useDesk();
  const [headers, setHeaders] = useState<readonly AssessmentHeader[]>([]);
  useEffect(() => {
    void desk.store.assessments().then(setHeaders);
  }, [desk, entries]);
  const unitOf = ({ change }: JournalEntry): string =>
    headers.find(({ id }) => id === change.assessmentId)?.unit.name ?? fieldStatusText.otherUnit;
  return (
    <details className="refused">
      <summary>{fieldStatusText.refused(entries.length)}</summary>
      <p>{fieldStatusText.refusedIntro}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.change.id}>
            {fieldStatusText.refusedItem(unitOf(entry), valueWords(entry.change.entry), reasonOf(entry))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function reasonOf({ fate }: JournalEntry): string {
  return fate.kind === 'refused' ? fieldWords.refusals[fate.reason] : '';
}
