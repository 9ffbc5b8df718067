import type { DocumentRequest } from '@patuh/shared/contracts/document-requests';
import { type ReactElement, useId } from 'react';

import { officeRequestsText as text } from '../../text/id/office-requests.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { formatDate } from '../../ui/number.ts';

interface LinkToSendProps {
  readonly url: string;
  readonly unitName: string;
  readonly request: Pick<DocumentRequest, 'wanted' | 'dueOn'>;
  readonly onDone: () => void;
}

/** The link, told once: to be copied, or sent with a message that says what it is for. */
export function LinkToSend({ url, unitName, request, onDone }: LinkToSendProps): ReactElement {
  const id = useId();
  const message = text.message({ unit: unitName, wanted: request.wanted, due: formatDate(request.dueOn), url });
  return (
    <>
      <p>{text.linkBody}</p>
      <CopyText
        id={id}
        text={url}
        label={text.link}
        button={text.copy}
        copied={text.copied}
        selected={text.selected}
        rows={2}
      />
      <div className="actions">
        <a
          className="button"
          href={`https://wa.me/?text=${encodeURIComponent(message)}`}
          target="_blank"
          rel="noreferrer"
        >
          {text.whatsApp}
        </a>
        <button type="button" className="button button--quiet" onClick={onDone}>
          {text.done}
        </button>
      </div>
    </>
  );
}
