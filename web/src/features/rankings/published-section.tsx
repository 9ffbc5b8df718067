import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { publishedOf, rankingsText, SCOPE_TEXT, zoneLabel } from '../../text/id/rankings.ts';
import { tableText } from '../../text/id/rankings-table.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';

/** Totals as somebody printed them: beside the rows, never mixed with counts of rows. */
export function PublishedSection({ ranking }: { readonly ranking: Ranking }): ReactElement | null {
  if (ranking.publishedCounts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="rekapitulasi">
      <h2 id="rekapitulasi">{rankingsText.publishedTitle}</h2>
      <DataTable
        caption={rankingsText.publishedCaption}
        cards
        head={
          <>
            <Column>{rankingsText.publishedScope}</Column>
            <Column number>{rankingsText.publishedAssessed}</Column>
            <Column number>{zoneLabel('green')}</Column>
            <Column number>{zoneLabel('yellow')}</Column>
            <Column number>{zoneLabel('red')}</Column>
            <Column>{tableText.source}</Column>
          </>
        }
      >
        {ranking.publishedCounts.map(({ scope, assessed, green, yellow, red, source }) => (
          <Row key={`${scope} ${source}`}>
            <RowHead>{SCOPE_TEXT[scope]}</RowHead>
            <Cell label={rankingsText.publishedAssessed} number>
              {assessed}
            </Cell>
            <Cell label={zoneLabel('green')} number>
              {green}
            </Cell>
            <Cell label={zoneLabel('yellow')} number>
              {yellow}
            </Cell>
            <Cell label={zoneLabel('red')} number>
              {red}
            </Cell>
            <Cell label={tableText.source}>{shownNote(source)}</Cell>
          </Row>
        ))}
      </DataTable>
      <p className="small soft">{publishedOf(ranking.year)}</p>
    </section>
  );
}
