import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import type { PublicationListEntry } from '@patuh/shared/contracts/publications';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { dataText as text } from '../../text/id/data.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDate } from '../../ui/number.ts';
import { Datasets } from './datasets.tsx';
import { Publications } from './publications.tsx';

type DataPage = Extract<PublicPage, { page: 'data' }>;

/** Everything to take away: data sets, publications, the key, columns, licences, how to cite. */
export function dataView(page: DataPage, context: PageContext): PageView {
  const { publications, keyId, years, nationalYears, provinces } = page;
  return {
    title: text.title,
    description: text.description,
    section: 'data',
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: text.title }]} />
        <header className="page-head">
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </header>
        <Datasets provinces={provinces} nationalYears={nationalYears} years={years} />
        <Publications publications={publications} />
        <Key keyId={keyId} />
        <Columns />
        <Licences />
        <Cite publication={publications[0]} context={context} />
      </>
    ),
  };
}

function Key({ keyId }: { readonly keyId: string | null }): ReactElement {
  return (
    <section className="section" aria-labelledby="kunci">
      <h2 id="kunci">{text.keyTitle}</h2>
      <p>{keyId === null ? text.keyNone : text.keyBody}</p>
      {keyId === null ? null : <p className="mono">{keyId}</p>}
      <p>
        <a href="/verifikasi">{text.verifyLink}</a>
      </p>
    </section>
  );
}

function Columns(): ReactElement {
  return (
    <section className="section" aria-labelledby="kolom">
      <h2 id="kolom">{text.columnsTitle}</h2>
      <p>{text.columnsIntro}</p>
      <DataTable
        cards
        caption={text.columnsTitle}
        captionHidden
        head={
          <>
            <Column>{text.column}</Column>
            <Column>{text.meaning}</Column>
          </>
        }
      >
        {text.columns.map(([names, meaning]) => (
          <Row key={names}>
            <RowHead>
              <code>{names}</code>
            </RowHead>
            <Cell>{meaning}</Cell>
          </Row>
        ))}
      </DataTable>
    </section>
  );
}

function Licences(): ReactElement {
  return (
    <section className="section" aria-labelledby="lisensi">
      <h2 id="lisensi">{text.licencesTitle}</h2>
      <dl className="fact-list">
        {text.licences.map(({ name, body }) => (
          <div key={name} className="fact-list__pair">
            <dt>{name}</dt>
            <dd>{body}</dd>
          </div>
        ))}
        <div className="fact-list__pair">
          <dt>{text.regionsName}</dt>
          <dd>
            {text.regionsBody} <a href={text.sourceHref}>{text.sourceLink}</a> ·{' '}
            <a href={text.regionsHref}>{text.regionsLink}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface CiteProps {
  readonly publication: PublicationListEntry | undefined;
  readonly context: PageContext;
}

function Cite({ publication, context }: CiteProps): ReactElement | null {
  if (publication === undefined) return null;
  const { id, title, publishedAt } = publication;
  const address = `${context.publicUrl?.replace(/\/$/, '') ?? ''}/api/publications/${id}`;
  return (
    <section className="section" aria-labelledby="kutip">
      <h2 id="kutip">{text.citeTitle}</h2>
      <p>{text.citeIntro}</p>
      <blockquote className="data-cite">{text.cite(title, id, formatDate(publishedAt), address)}</blockquote>
    </section>
  );
}
