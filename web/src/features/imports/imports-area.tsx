import { importResults, type ImportInput, type ImportOutcome } from '@patuh/shared/contracts/imports';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { importsText as text } from '../../text/id/imports.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Field } from '../../ui/field.tsx';
import { Outcome } from './outcome.tsx';

/** A megabyte of characters: what the contract takes. */
const MOST_CHARACTERS = 1_000_000;

/** `/kantor/impor`: published results of earlier years come in from a file, checked line by line. */
export function ImportsArea(): ReactElement {
  const [file, setFile] = useState<ImportInput['file'] | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const action = useAction(importResults);

  const choose = async (chosen: File | undefined): Promise<void> => {
    setOutcome(null);
    action.reset();
    const content = chosen === undefined ? '' : await chosen.text();
    setTooLarge(content.length > MOST_CHARACTERS);
    setFile(chosen === undefined || content === '' ? null : { name: chosen.name, text: content });
  };
  const send = (correction: ImportInput['correction']): void => {
    if (file !== null) action.mutate({ body: { file, correction } }, { onSuccess: setOutcome });
  };

  return (
    <AppPage title={text.title} lead={text.lead}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send(null);
        }}
      >
        <Field label={text.file} hint={text.columns} error={tooLarge ? text.tooLarge : undefined}>
          {(tied) => (
            <input
              {...tied}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
        <div className="actions">
          <button type="submit" className="button" disabled={file === null || tooLarge || action.isPending}>
            {action.isPending ? text.working : text.check}
          </button>
        </div>
      </form>
      <div role="status" className="section section--near">
        {action.error === null ? null : <FaultNotice fault={action.error} />}
        {outcome === null ? null : <Outcome outcome={outcome} busy={action.isPending} onCorrect={send} />}
      </div>
    </AppPage>
  );
}
