import type { Ranking, RankingRow } from '@patuh/shared/contracts/rankings';
import { ZONES } from '@patuh/shared/domain/zone';
import type { ReactElement } from 'react';

import { homeText as text } from '../../text/id/home.ts';
import { provinceName } from '../../text/id/places.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatPercent, formatScore } from '../../ui/number.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { topRows } from './summary.ts';

const TOP = 5;

/** The home province's newest complete list in short: zones, the first ranks, and the way to the whole list. */
export function RankingSummary({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const name = provinceName(ranking.province.name);
  const top = topRows(ranking, TOP);
  return (
    <section className="section" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{text.summaryTitle(name, ranking.year)}</h2>
      <p>
        {ranking.coverage.complete
          ? text.summaryIntro(ranking.counts.assessed)
          : text.summaryIncomplete(ranking.coverage.known, ranking.coverage.expected)}
      </p>
      {ranking.zoned ? <Zones ranking={ranking} /> : null}
      {top.length === 0 ? null : <Top rows={top} caption={text.summaryTop(name, ranking.year)} year={ranking.year} />}
      <p>
        <a className="button button--quiet" href={`/peringkat/${ranking.province.code}/${ranking.year}`}>
          {text.summaryLink(name, ranking.year)}
        </a>
      </p>
    </section>
  );
}

function Zones({ ranking: { counts } }: { readonly ranking: Ranking }): ReactElement {
  return (
    <div className="grid home-zones">
      {ZONES.map((zone) => {
        const { count, percent } = counts[zone];
        const detail = percent === null ? {} : { detail: text.share(formatPercent(percent), counts.assessed) };
        return <StatTile key={zone} label={<ZoneBadge zone={zone} />} value={count} {...detail} />;
      })}
    </div>
  );
}

interface TopProps {
  readonly rows: readonly RankingRow[];
  readonly caption: string;
  readonly year: number;
}

function Top({ rows, caption, year }: TopProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      className="home-top"
      head={
        <>
          <Column number>{text.rank}</Column>
          <Column>{text.government}</Column>
          <Column number>{text.score}</Column>
          <Column>{text.zone}</Column>
        </>
      }
    >
      {rows.map(({ government, rank, score, band, zone }) => (
        <Row key={government.code}>
          <Cell number>{rank}</Cell>
          <RowHead>
            <a href={`/pemda/${government.code}/${year}`}>{government.name}</a>
          </RowHead>
          <Cell number>
            {score === null ? null : formatScore(score)} {band}
          </Cell>
          <Cell>{zone === null ? null : <ZoneBadge zone={zone} />}</Cell>
        </Row>
      ))}
    </DataTable>
  );
}
