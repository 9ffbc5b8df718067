import type { BandView, Ranking, RankingRow } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { governmentName, provinceName } from '../../text/id/places.ts';
import { nationalRank, provinceApart, provinceUnknown, rankingsText } from '../../text/id/rankings.ts';
import { sourceLabel, sourceNumber, tableText } from '../../text/id/rankings-table.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { formatScore } from '../../ui/number.ts';
import { PositionInBand } from '../../ui/position-in-band.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { BandName } from './band-name.tsx';
import { ChangeSince } from './change-since.tsx';
import { provinceRow, sourceTitles } from './summary.ts';

/** The provincial government, apart from the regencies and cities that it does not compete with. */
export function ProvinceSection({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const row = provinceRow(ranking);
  return (
    <section className="section" aria-labelledby="provinsi">
      <h2 id="provinsi">{rankingsText.provinceTitle}</h2>
      {row === null ? (
        <p>{provinceUnknown(provinceName(ranking.province.name), ranking.year)}</p>
      ) : (
        <ProvinceResult row={row} ranking={ranking} />
      )}
      <p className="small soft">{provinceApart(ranking.year)}</p>
    </section>
  );
}

function ProvinceResult({ row, ranking }: { readonly row: RankingRow; readonly ranking: Ranking }): ReactElement {
  const number = sourceTitles(ranking.rows).indexOf(row.source.title) + 1;
  return (
    <div className="province-result">
      <p className="province-result__name">
        <a href={`/pemda/${row.government.code}/${ranking.year}`}>{governmentName(row.government)}</a>
      </p>
      <dl className="province-facts">
        {ranking.zoned ? (
          <div>
            <dt>{tableText.zone}</dt>
            <dd>
              <ZoneBadge zone={row.zone} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{tableText.score}</dt>
          <dd>
            <ProvinceScore row={row} bands={ranking.bands} />
          </dd>
        </div>
        <div>
          <dt>{tableText.band}</dt>
          <dd>
            <BandName band={row.band} opinion={row.opinion} />
          </dd>
        </div>
        <div>
          <dt>{tableText.rank}</dt>
          <dd>
            {row.nationalRank === null ? tableText.unknown : nationalRank(row.nationalRank.rank, row.nationalRank.of)}
          </dd>
        </div>
        <div>
          <dt>{tableText.change}</dt>
          <dd>
            <ChangeSince row={row} />
          </dd>
        </div>
        <div>
          <dt>{tableText.source}</dt>
          <dd>
            <a href={`#sumber-${number}`} aria-label={sourceLabel(number)}>
              {sourceNumber(number)}
            </a>
          </dd>
        </div>
      </dl>
      {row.note === null ? null : <p className="small">{shownNote(row.note)}</p>}
    </div>
  );
}

function ProvinceScore({
  row,
  bands,
}: {
  readonly row: RankingRow;
  readonly bands: readonly BandView[];
}): ReactElement {
  if (row.score === null) return <>{tableText.noScore}</>;
  return (
    <>
      <span className="number">{formatScore(row.score)}</span>
      <PositionInBand score={row.score} bands={bands} />
    </>
  );
}
