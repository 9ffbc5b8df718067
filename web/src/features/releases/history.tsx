import type { Release } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { RELEASE_STATE, releasesText as text } from '../../text/id/releases.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { formatDate } from '../../ui/number.ts';
import { previewAddress } from './scope.ts';

/** Everything that was ever prepared here, by whom, and what became of it. */
export function History({ releases }: { readonly releases: readonly Release[] }): ReactElement {
  return (
    <section className="section" aria-labelledby="riwayat">
      <h2 id="riwayat">{text.historyTitle}</h2>
      {releases.length === 0 ? (
        <p>{text.historyNone}</p>
      ) : (
        <DataTable
          cards
          caption={text.historyCaption}
          captionHidden
          head={
            <>
              <Column>{text.decree}</Column>
              <Column>{text.outcome}</Column>
              <Column>{text.preparedBy}</Column>
              <Column>{text.decidedBy}</Column>
            </>
          }
        >
          {releases.map((release) => (
            <HistoryRow key={release.id} release={release} />
          ))}
        </DataTable>
      )}
    </section>
  );
}

function HistoryRow({ release }: { readonly release: Release }): ReactElement {
  const { decree, state, publicationId, replaces, preparedBy, preparedAt, decidedBy, decidedAt } = release;
  return (
    <Row>
      <RowHead>
        <Link href={previewAddress(release)}>{text.decreeOf(decree.number, formatDate(decree.date))}</Link>
        {replaces === null ? null : (
          <span className="release-reason">{text.replaces(replaces.id, replaces.reason)}</span>
        )}
      </RowHead>
      <Cell label={text.outcome}>
        <span>
          {RELEASE_STATE[state]}
          {publicationId === null ? null : (
            <>
              {': '}
              <a href={`/api/publications/${publicationId}`} download={`${publicationId}.json`}>
                {publicationId}
              </a>
            </>
          )}
        </span>
      </Cell>
      <Cell label={text.preparedBy}>{text.byAt(preparedBy, formatMoment(preparedAt))}</Cell>
      <Cell label={text.decidedBy}>
        {decidedBy === null || decidedAt === null ? '–' : text.byAt(decidedBy, formatMoment(decidedAt))}
      </Cell>
    </Row>
  );
}
