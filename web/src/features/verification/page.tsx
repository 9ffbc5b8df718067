import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { Island } from '../../platform/island.tsx';
import { verificationText as text } from '../../text/id/verification.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { VerifyFiles } from './verify-files.tsx';

type VerificationPage = Extract<PublicPage, { page: 'verification' }>;

/** How anybody checks a publication, in the browser or with a command; complete without JavaScript but for the former. */
export function verificationView(
  { keyId, demoKeyId, publications }: VerificationPage,
  _context: PageContext,
): PageView {
  return {
    title: text.title,
    description: text.description,
    section: 'verification',
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: text.title }]} />
        <header className="page-head">
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </header>
        <section className="section" aria-labelledby="peramban">
          <h2 id="peramban">{text.browserTitle}</h2>
          <noscript>
            <p>{text.browserWithout}</p>
          </noscript>
          <Island name="verification/verify-files" of={VerifyFiles} props={{ own: publications.map(({ id }) => id) }} />
        </section>
        <Command example={publications[0]?.id ?? '53-2024-1'} keyId={keyId} />
        <Checked />
        <Key keyId={keyId} demoKeyId={demoKeyId} />
        <Limits />
      </>
    ),
  };
}

function Checked(): ReactElement {
  return (
    <section className="section" aria-labelledby="apa">
      <h2 id="apa">{text.whatTitle}</h2>
      <dl className="fact-list">
        {text.what.map(({ name, body }) => (
          <div key={name} className="fact-list__pair">
            <dt>{name}</dt>
            <dd>{body}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Command({ example, keyId }: { readonly example: string; readonly keyId: string | null }): ReactElement {
  return (
    <section className="section" aria-labelledby="perintah">
      <h2 id="perintah">{text.commandTitle}</h2>
      <p>{text.commandIntro}</p>
      <ol>
        <li>
          {text.commandDownload} <a href="/data">{text.dataLink}</a>
        </li>
        <li>
          {text.commandRun}
          <pre className="command" tabIndex={0}>
            <code>{`npm run verify -- ${example}.json --key ${keyId ?? 'SIDIK-JARI-KUNCI'}`}</code>
          </pre>
        </li>
      </ol>
      <p>{text.commandResult}</p>
    </section>
  );
}

function Key({ keyId, demoKeyId }: Pick<VerificationPage, 'keyId' | 'demoKeyId'>): ReactElement {
  return (
    <section className="section" aria-labelledby="kunci-situs">
      <h2 id="kunci-situs">{text.keyTitle}</h2>
      <p>{keyId === null ? text.keyNone : text.keyBody}</p>
      {keyId === null ? null : <p className="mono">{keyId}</p>}
      {demoKeyId === null ? null : (
        <>
          <p>{text.keyDemo}</p>
          <p className="mono">{demoKeyId}</p>
        </>
      )}
    </section>
  );
}

function Limits(): ReactElement {
  return (
    <section className="section" aria-labelledby="batas">
      <h2 id="batas">{text.limitsTitle}</h2>
      <ul>
        {text.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}
