import type { PublicationListEntry } from '@patuh/shared/contracts/publications';
import type { ReactElement } from 'react';

import { dataText as text } from '../../text/id/data.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount, formatDate } from '../../ui/number.ts';

/** All publications, newest first as the server gives them, with what each corrects and why. */
export function Publications({
  publications,
}: {
  readonly publications: readonly PublicationListEntry[];
}): ReactElement {
  return (
    <section className="section" aria-labelledby="publikasi">
      <h2 id="publikasi">{text.publicationsTitle}</h2>
      <p>{text.publicationsIntro}</p>
      {publications.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <DataTable
          cards
          caption={text.publicationsCaption}
          captionHidden
          className="data-publications"
          head={
            <>
              <Column>{text.publication}</Column>
              <Column>{text.kind}</Column>
              <Column>{text.publishedAt}</Column>
              <Column number>{text.size}</Column>
              <Column>{text.hash}</Column>
            </>
          }
        >
          {publications.map((entry) => (
            <PublicationRow key={entry.id} entry={entry} />
          ))}
        </DataTable>
      )}
    </section>
  );
}

function PublicationRow({ entry }: { readonly entry: PublicationListEntry }): ReactElement {
  const { id, title, publicationKind, publishedAt, bytes, hash, decree, replaces, replacedBy } = entry;
  return (
    <Row id={`publikasi-${id}`}>
      <RowHead>
        <a href={`/api/publications/${id}`} download={`${id}.json`}>
          {id}
        </a>
        <span className="data-publications__title">{title}</span>
        {decree === null ? null : (
          <span className="data-publications__title">{text.decree(decree.number, formatDate(decree.date))}</span>
        )}
        {replaces === null ? null : (
          <span className="data-publications__title">{text.replaces(replaces.id, replaces.reason)}</span>
        )}
        {replacedBy === null ? null : (
          <strong className="data-publications__title">{text.replacedBy(replacedBy)}</strong>
        )}
      </RowHead>
      <Cell label={text.kind}>{text.kinds[publicationKind]}</Cell>
      <Cell label={text.publishedAt}>{formatDate(publishedAt)}</Cell>
      <Cell label={text.size} number>
        {text.bytes(formatCount(bytes))}
      </Cell>
      <Cell label={text.hash}>
        <code className="data-publications__hash">{hash}</code>
      </Cell>
    </Row>
  );
}
