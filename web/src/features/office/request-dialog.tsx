import { listDocumentRequests, requestDocument } from '@patuh/shared/contracts/document-requests';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { officeRequestsText as text } from '../../text/id/office-requests.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useKeptWords } from './kept-words.ts';
import { LinkToSend } from './request-link.tsx';

interface RequestDialogProps {
  readonly assessmentId: AssessmentId;
  readonly unitName: string;
  readonly place: { readonly indicatorId: IndicatorId; readonly subjectId: SubjectId };
  readonly onClose: () => void;
}

const SHORTEST = 10;

/** What is asked and by when; then the link, once. */
export function RequestDialog({ assessmentId, unitName, place, onClose }: RequestDialogProps): ReactElement {
  const { words: wanted, write } = useKeptWords(`wanted ${assessmentId} ${place.indicatorId} ${place.subjectId}`);
  const [dueOn, setDueOn] = useState(inAWeek);
  const [tried, setTried] = useState(false);
  const action = useAction(requestDocument, [listDocumentRequests]);
  const isShort = wanted.trim().length < SHORTEST;
  const made = action.data;
  if (made !== undefined) {
    return (
      <ModalDialog title={text.linkTitle} onCancel={onClose}>
        <LinkToSend url={made.link.url} unitName={unitName} request={made.request} onDone={onClose} />
      </ModalDialog>
    );
  }
  const ask = (): void => {
    setTried(true);
    if (isShort || dueOn === '') return;
    const input = { params: { assessmentId }, body: { ...place, wanted, dueOn } };
    action.mutate(input, { onSuccess: () => write('') });
  };
  return (
    <ModalDialog title={text.askTitle} onCancel={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <p>{text.askBody}</p>
        <TextArea
          label={text.wanted}
          hint={text.wantedHint}
          value={wanted}
          maxLength={500}
          error={tried && isShort ? text.reasonHint : undefined}
          onChange={({ target }) => write(target.value)}
        />
        <TextField label={text.due} type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
        {action.error === null ? null : <FaultNotice fault={action.error} />}
        <div className="actions">
          <button type="submit" className="button" disabled={action.isPending}>
            {text.send}
          </button>
          <button type="button" className="button button--quiet" onClick={onClose}>
            {text.cancel}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** A day by the calendar of whoever sits here; the server judges by that of the unit. */
function inAWeek(): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(Date.now() + WEEK_MS);
}
