import type { ImportInput, ImportOutcome } from '@patuh/shared/contracts/imports';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { type ReactElement, useState } from 'react';

import { importsText as text } from '../../text/id/imports.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

interface OutcomeProps {
  readonly outcome: ImportOutcome;
  readonly busy: boolean;
  readonly onCorrect: (correction: ImportInput['correction']) => void;
}

/** What came of the file: what is published now, or every line that stands in the way. */
export function Outcome({ outcome, busy, onCorrect }: OutcomeProps): ReactElement {
  switch (outcome.kind) {
    case 'done':
      return (
        <Notice title={text.doneTitle}>
          <ul>
            {outcome.lists.map(({ id, outcome: result, rows }) => (
              <li key={id}>{text.list(id, text.outcomes[result], rows)}</li>
            ))}
          </ul>
        </Notice>
      );
    case 'refused':
      return (
        <>
          {outcome.faults.length === 0 ? null : <Faults faults={outcome.faults} />}
          {outcome.faults.length > 0 || outcome.changes.length === 0 ? null : (
            <Changes changes={outcome.changes} busy={busy} onCorrect={onCorrect} />
          )}
        </>
      );
    default:
      return assertNever(outcome);
  }
}

type Refused = Extract<ImportOutcome, { kind: 'refused' }>;

function Faults({ faults }: Pick<Refused, 'faults'>): ReactElement {
  return (
    <>
      <Notice tone="caution" title={text.refusedTitle}>
        <p>{text.refused(faults.length)}</p>
      </Notice>
      <DataTable
        cards
        caption={text.faultsCaption}
        captionHidden
        head={
          <>
            <Column>{text.line}</Column>
            <Column>{text.column}</Column>
            <Column>{text.reasonColumn}</Column>
          </>
        }
      >
        {faults.map(({ line, column, message }) => (
          <Row key={`${line ?? ''} ${column ?? ''} ${message}`}>
            <RowHead>{line ?? text.whole}</RowHead>
            <Cell label={text.column}>{column ?? '–'}</Cell>
            <Cell label={text.reasonColumn}>{message}</Cell>
          </Row>
        ))}
      </DataTable>
    </>
  );
}

const SHORTEST_REASON = 10;

/** A correction is made only by somebody who saw what it changes, and says why. */
function Changes({
  changes,
  busy,
  onCorrect,
}: Pick<Refused, 'changes'> & Pick<OutcomeProps, 'busy' | 'onCorrect'>): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST_REASON;
  return (
    <>
      <Notice tone="caution" title={text.changesTitle}>
        <p>{text.changesBody}</p>
      </Notice>
      <DataTable
        cards
        caption={text.changesCaption}
        captionHidden
        head={
          <>
            <Column>{text.government}</Column>
            <Column>{text.publication}</Column>
            <Column>{text.change}</Column>
          </>
        }
      >
        {changes.map(({ publication, line, government, message }) => (
          <Row key={`${publication} ${line ?? ''} ${message}`}>
            <RowHead>{government}</RowHead>
            <Cell label={text.publication}>{publication}</Cell>
            <Cell label={text.change}>{message}</Cell>
          </Row>
        ))}
      </DataTable>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const replaces = [...new Set(changes.map(({ publication }) => publication))];
          if (!short) onCorrect({ replaces, reason: reason.trim().replaceAll(/\s+/g, ' ') });
        }}
      >
        <TextArea
          label={text.reason}
          hint={text.reasonHint}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && short ? text.reasonShort : undefined}
        />
        <div className="actions">
          <button type="submit" className="button" disabled={busy}>
            {text.correct}
          </button>
        </div>
      </form>
    </>
  );
}
