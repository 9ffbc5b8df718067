import type { ReactElement } from 'react';
import { Link } from 'wouter';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { JournalEntry, RefusalReason } from '../../platform/field-store/field-store.ts';
import { mayBeSentAgain } from '../../platform/field-store/send-again.ts';
import { fieldRefusedText } from '../../text/id/field-details.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { valueWords } from './describe.ts';
import { useDesk } from './desk-scope.tsx';
import { overviewPath } from './paths.ts';
import { useStored } from './use-stored.ts';

/** What the server did not take: kept here, each with its reason and what to do about it. */
export function RefusedList({ entries }: { readonly entries: readonly JournalEntry[] }): ReactElement {
  const desk = useDesk();
  const units = useStored(unitNames);
  return (
    <section className="refused" aria-labelledby="tidak-diterima">
      <h3 id="tidak-diterima">{fieldRefusedText.title(entries.length)}</h3>
      <p>{fieldRefusedText.intro}</p>
      <ul className="plain-list">
        {entries.map((entry) => (
          <Refused key={entry.change.id} entry={entry} unit={units?.get(entry.change.assessmentId)} />
        ))}
      </ul>
      {entries.some(mayBeSentAgain) ? (
        <button type="button" className="button button--quiet" onClick={() => void desk.sendAgain(entries)}>
          {fieldRefusedText.again}
        </button>
      ) : null}
    </section>
  );
}

function Refused({ entry, unit }: { readonly entry: JournalEntry; readonly unit: string | undefined }): ReactElement {
  const reason = reasonOf(entry);
  const { assessmentId, entry: value } = entry.change;
  return (
    <li>
      {fieldRefusedText.item(unit ?? fieldRefusedText.otherUnit, valueWords(value))}
      <p className="small">{fieldRefusedText.why(fieldWords.refusals[reason])}</p>
      <p className="small">
        {fieldRefusedText.todo[reason]}{' '}
        {unit === undefined ? null : <Link href={overviewPath(assessmentId)}>{fieldRefusedText.goTo}</Link>}
      </p>
    </li>
  );
}

function reasonOf({ fate }: JournalEntry): RefusalReason {
  return fate.kind === 'refused' ? fate.reason : 'not-understood';
}

/** By assessment; those of units that are no longer the team’s are missing. */
async function unitNames({ store }: FieldDesk): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.assessments()).map(({ id, unit }) => [id, unit.name]));
}
