import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { publishedRank, rankBetween, sourceLabel, sourceNumber, tableText } from '../../text/id/rankings-table.ts';
import { nationalRankOfKind } from '../../text/id/rankings-rank.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { Cell, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatScore } from '../../ui/number.ts';
import { PositionInBand } from '../../ui/position-in-band.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { BandName } from './band-name.tsx';
import { ChangeSince } from './change-since.tsx';
import { Dash } from './dash.tsx';

interface RankingRowProps {
  readonly row: RankingRow;
  readonly bands: readonly BandView[];
  readonly year: number;
  readonly zoned: boolean;
  readonly withAward: boolean;
  readonly withChange: boolean;
  /** Footnote number of its source, from 1. */
  readonly source: number;
}

/** One government: rank, name, score on the ruler, band, zone, change, award, source. */
export function RankingRowView({
  row,
  bands,
  year,
  zoned,
  withAward,
  withChange,
  source,
}: RankingRowProps): ReactElement {
  return (
    <Row>
      <Cell label={tableText.rank} className={rankClass(row)}>
        <Rank row={row} />
      </Cell>
      <RowHead>
        <a href={`/pemda/${row.government.code}/${year}`}>{row.government.name}</a>
        <Remarks row={row} />
      </RowHead>
      <Cell label={tableText.score} number className="ranking-table__score">
        <Score score={row.score} bands={bands} />
      </Cell>
      <Cell label={tableText.band} className="ranking-table__band">
        <BandName band={row.band} opinion={row.opinion} />
      </Cell>
      {zoned ? (
        <Cell label={tableText.zone} className="ranking-table__zone">
          <ZoneBadge zone={row.zone} />
        </Cell>
      ) : null}
      {withChange ? (
        <Cell label={tableText.change} className="ranking-table__change">
          <ChangeSince row={row} />
        </Cell>
      ) : null}
      {withAward ? (
        <Cell label={tableText.award} className="ranking-table__award">
          <Award award={row.award} />
        </Cell>
      ) : null}
      <Cell label={tableText.source} className="ranking-table__source">
        <a href={`#sumber-${source}`} aria-label={sourceLabel(source)}>
          {sourceNumber(source)}
        </a>
      </Cell>
    </Row>
  );
}

/** A number stands beside the name; words need a line of their own on a narrow screen. */
function rankClass({ rank, rankRange, rankPublished }: RankingRow): string {
  const inWords = rank === null && (rankRange !== null || rankPublished !== null);
  return inWords ? 'ranking-table__rank ranking-table__rank--words' : 'ranking-table__rank';
}

/** The computed rank, else what is certain about it; a rank that was itself published is named as such. */
function Rank({ row: { rank, rankRange, rankPublished } }: { readonly row: RankingRow }): ReactElement {
  if (rank === null && rankRange === null && rankPublished === null) return <Dash meaning={tableText.noRank} />;
  return (
    <>
      {rank === null ? null : <span className="ranking-table__number">{rank}</span>}
      {rank === null && rankRange !== null ? <span>{rankBetween(...rankRange)}</span> : null}
      {rankPublished === null || rankPublished === rank ? null : (
        <span className="ranking-table__extra">{publishedRank(rankPublished)}</span>
      )}
    </>
  );
}

function Remarks({ row }: { readonly row: RankingRow }): ReactElement {
  const { status, note, nationalRank, government } = row;
  return (
    <>
      {status === 'inferred' ? (
        <>
          {' '}
          <Tag href="#keterangan">{tableText.inferred}</Tag>
        </>
      ) : null}
      {nationalRank === null || government.kind === 'province' ? null : (
        <span className="ranking-table__extra">
          {nationalRankOfKind(nationalRank.rank, nationalRank.of, government.kind)}
        </span>
      )}
      {note === null ? null : <span className="ranking-table__extra">{shownNote(note)}</span>}
    </>
  );
}

function Score({ score, bands }: { readonly score: string | null; readonly bands: readonly BandView[] }): ReactElement {
  if (score === null) return <span className="soft">{tableText.noScore}</span>;
  return (
    <span className="ranking-table__measure">
      <span className="number">{formatScore(score)}</span>
      <PositionInBand score={score} bands={bands} />
    </span>
  );
}

function Award({ award }: { readonly award: boolean | null }): ReactElement {
  if (award === null) return <Dash meaning={tableText.unknown} />;
  return award ? <strong>{tableText.awardYes}</strong> : <span className="soft">{tableText.awardNo}</span>;
}
