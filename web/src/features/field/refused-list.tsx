import { type ReactElement, useEffect, useState } from 'react';

import type { JournalEntry } from '../../platform/field-store/field-store.ts';
import { fieldStatusText } from '../../text/id/field-status.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { valueWords } from './describe.ts';
import { useDesk } from './desk-scope.tsx';

/** What the server did not take: kept here, each with its reason. */
export function RefusedList({ entries }: { readonly entries: readonly JournalEntry[] }): ReactElement {
  const desk = useDesk();
  const [units, setUnits] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const read = async (): Promise<void> => {
      const known = new Map((await desk.store.assessments()).map(({ id, unit }) => [id, unit.name]));
      setUnits(
        new Map(entries.map(({ change }) => [change.id, known.get(change.assessmentId) ?? fieldStatusText.otherUnit])),
      );
    };
    void read();
  }, [desk, entries]);
  return (
    <details className="refused">
      <summary>{fieldStatusText.refused(entries.length)}</summary>
      <p>{fieldStatusText.refusedIntro}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.change.id}>
            {fieldStatusText.refusedItem(
              units.get(entry.change.id) ?? '',
              valueWords(entry.change.entry),
              reasonOf(entry),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function reasonOf({ fate }: JournalEntry): string {
  return fate.kind === 'refused' ? fieldWords.refusals[fate.reason] : '';
}
