import type { BandView, Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { awardRule, bandRange, methodLink, rankingsText } from '../../text/id/rankings.ts';
import { tableText } from '../../text/id/rankings-table.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatScore } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';

/** The year's bands with their bounds: a score means nothing without them. */
export function BandsSection({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const { bands, zoned, year } = ranking;
  return (
    <section className="section" aria-labelledby="arti">
      <h2 id="arti">{zoned ? rankingsText.bandsTitle : rankingsText.bandsTitleNoZones}</h2>
      <DataTable
        caption={rankingsText.bandsCaption}
        captionHidden
        cards
        className="bands-table"
        head={
          <>
            <Column>{tableText.band}</Column>
            <Column>{rankingsText.bandRange}</Column>
            <Column>{rankingsText.bandOpinion}</Column>
            {zoned ? <Column>{tableText.zone}</Column> : null}
          </>
        }
      >
        {bands.map((band, index) => (
          <BandRow key={band.band} band={band} above={bands[index - 1] ?? null} zoned={zoned} />
        ))}
      </DataTable>
      <ul className="small remarks">
        {bands.every(({ official }) => official) ? null : <li>{rankingsText.unofficialMeaning}</li>}
        {zoned ? null : <li>{rankingsText.noYearZones}</li>}
        {ranking.awardRule === null ? null : <li>{awardRule(ranking.awardRule)}</li>}
        <li>
          <a href={`/metodologi/${year}`}>{methodLink(year)}</a>
        </li>
      </ul>
    </section>
  );
}

interface BandRowProps {
  readonly band: BandView;
  /** The band above, whose bound ends this one; null for the highest. */
  readonly above: BandView | null;
  readonly zoned: boolean;
}

function BandRow({ band, above, zoned }: BandRowProps): ReactElement {
  return (
    <Row>
      <RowHead>{band.band}</RowHead>
      <Cell label={rankingsText.bandRange}>
        <span>
          <span className="number">
            {bandRange(formatScore(band.lower), above === null ? null : formatScore(above.lower))}
          </span>{' '}
          {band.official ? null : <Tag>{rankingsText.unofficial}</Tag>}
        </span>
      </Cell>
      <Cell label={rankingsText.bandOpinion}>{band.opinion}</Cell>
      {zoned ? (
        <Cell label={tableText.zone}>
          <ZoneBadge zone={band.zone} />
        </Cell>
      ) : null}
    </Row>
  );
}
