import { type AskedDocument, openDocumentRequest } from '@patuh/shared/contracts/document-requests';
import { type ReactElement, useState } from 'react';

import { ProblemReply } from '../../platform/call.ts';
import { Answer, useAnswer } from '../../platform/query.tsx';
import { documentsText as text } from '../../text/id/documents.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatBytes, formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatDate } from '../../ui/number.ts';
import { FileSender } from './file-sender.tsx';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What whoever holds the link sees: what is asked, and where to put it. The secret stands after the `#`. */
export function DocumentPage(): ReactElement {
  const [token] = useState(() => window.location.hash.slice(1));
  if (TOKEN.test(token)) return <KnownLink token={token} />;
  return <Ended title={text.badLinkTitle} body={text.badLinkBody} />;
}

function KnownLink({ token }: { readonly token: string }): ReactElement {
  const asked = useAnswer(openDocumentRequest, { body: { token } });
  if (asked.error instanceof ProblemReply && asked.error.problem.code === 'link-not-valid') {
    return <Ended title={text.endedTitle} body={text.endedBody} />;
  }
  return (
    <AppPage title={text.title} lead={asked.data && text.lead(asked.data.office)}>
      <Answer of={asked}>
        {(data) => (
          <>
            <Facts asked={data} />
            <FileSender token={token} onReceived={() => void asked.refetch()} />
            <Arrived asked={data} />
          </>
        )}
      </Answer>
    </AppPage>
  );
}

function Facts({
  asked: { unit, government, wanted, dueOn, isOverdue },
}: {
  readonly asked: AskedDocument;
}): ReactElement {
  return (
    <>
      <dl className="fact-list">
        <dt>{text.wanted}</dt>
        <dd>
          <strong>{wanted}</strong>
        </dd>
        <dt>{text.unit}</dt>
        <dd>
          {unit}, {government}
        </dd>
        <dt>{text.due}</dt>
        <dd>{text.dueDay(formatDate(dueOn))}</dd>
      </dl>
      {isOverdue ? (
        <Notice tone="caution">
          <p>{text.overdue}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Arrived({ asked: { files } }: { readonly asked: AskedDocument }): ReactElement {
  return (
    <section className="section" aria-labelledby="dokumen-diterima">
      <h2 id="dokumen-diterima">{text.arrived}</h2>
      {files.length === 0 ? (
        <p className="soft">{text.nothingYet}</p>
      ) : (
        <ul>
          {files.map(({ name, size, receivedAt }) => (
            <li key={`${name} ${receivedAt}`}>
              {name} ({formatBytes(size)}), {text.received(formatMoment(receivedAt))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Ended({ title, body }: { readonly title: string; readonly body: string }): ReactElement {
  return (
    <AppPage title={title}>
      <Notice tone="caution">
        <p>{body}</p>
      </Notice>
    </AppPage>
  );
}
