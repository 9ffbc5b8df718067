import {
  decideDocumentRequest,
  type DocumentRequest,
  extendDocumentRequest,
  listDocumentRequests,
  renewDocumentLink,
} from '@patuh/shared/contracts/document-requests';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction, useReadAgain } from '../../platform/query.tsx';
import { officeRequestsText as text } from '../../text/id/office-requests.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useKeptWords } from './kept-words.ts';
import { LinkToSend } from './request-link.tsx';

interface RequestActionsProps {
  readonly request: DocumentRequest;
  readonly assessmentId: AssessmentId;
  readonly unitName: string;
}

type Doing = 'accept' | 'refuse' | 'withdraw' | 'extend' | 'renew';

/** What can be done about a request that is not decided. */
export function RequestActions({ request, assessmentId, unitName }: RequestActionsProps): ReactElement {
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => setDoing(null);
  const params = { assessmentId, requestId: request.id };
  const choices: readonly Doing[] =
    request.state === 'received'
      ? ['accept', 'refuse', 'withdraw', 'extend', 'renew']
      : ['withdraw', 'extend', 'renew'];
  return (
    <>
      <div className="actions">
        {choices.map((choice) => (
          <button key={choice} type="button" className="button button--quiet" onClick={() => setDoing(choice)}>
            {text[choice]}
          </button>
        ))}
      </div>
      {doing === 'accept' || doing === 'refuse' || doing === 'withdraw' ? (
        <DecisionDialog params={params} decision={doing} files={request.files.length} onClose={close} />
      ) : null}
      {doing === 'extend' ? <DueDayDialog params={params} dueOn={request.dueOn} onClose={close} /> : null}
      {doing === 'renew' ? (
        <NewLinkDialog params={params} request={request} unitName={unitName} onClose={close} />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly params: { readonly assessmentId: AssessmentId; readonly requestId: DocumentRequest['id'] };
  readonly onClose: () => void;
}

const SHORTEST_REASON = 10;

function DecisionDialog({
  params,
  decision,
  files,
  onClose,
}: DialogProps & {
  readonly decision: 'accept' | 'refuse' | 'withdraw';
  /** So many could be looked at before this dialog covered them. */
  readonly files: number;
}): ReactElement {
  const [seen] = useState(files);
  const { words: reason, write } = useKeptWords(`decision ${params.requestId}`);
  const [tried, setTried] = useState(false);
  const action = useAction(decideDocumentRequest, [listDocumentRequests]);
  const readAgain = useReadAgain(listDocumentRequests);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const decide = (): void => {
    setTried(true);
    if (isShort) return;
    const onSuccess = (): void => {
      write('');
      onClose();
    };
    action.mutate({ params, body: { decision, seen, reason } }, { onSuccess, onError: readAgain });
  };
  return (
    <ConfirmDialog
      open
      title={text[decision]}
      confirm={text[decision]}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={decide}
      onCancel={onClose}
    >
      <TextArea
        label={text.reason}
        hint={text.reasonHint}
        value={reason}
        maxLength={1_000}
        error={tried && isShort ? text.reasonHint : undefined}
        onChange={({ target }) => write(target.value)}
      />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}

function DueDayDialog({ params, dueOn, onClose }: DialogProps & { readonly dueOn: string }): ReactElement {
  const [day, setDay] = useState(dueOn);
  const action = useAction(extendDocumentRequest, [listDocumentRequests]);
  const save = (): void => {
    if (day !== '') action.mutate({ params, body: { dueOn: day } }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      open
      title={text.extend}
      confirm={text.save}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={save}
      onCancel={onClose}
    >
      <TextField label={text.due} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}

function NewLinkDialog({
  params,
  request,
  unitName,
  onClose,
}: DialogProps & Pick<RequestActionsProps, 'request' | 'unitName'>): ReactElement {
  const action = useAction(renewDocumentLink, [listDocumentRequests]);
  if (action.data !== undefined) {
    return (
      <ModalDialog title={text.linkTitle} onCancel={onClose}>
        <LinkToSend url={action.data.link.url} unitName={unitName} request={request} onDone={onClose} />
      </ModalDialog>
    );
  }
  return (
    <ConfirmDialog
      open
      title={text.renew}
      confirm={text.renew}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={() => action.mutate({ params })}
      onCancel={onClose}
    >
      <p>{text.renewHint}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}
