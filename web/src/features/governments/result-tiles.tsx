import type { GovernmentResult } from '@patuh/shared/contracts/governments';
import type { ReactElement, ReactNode } from 'react';

import { governmentsText as text } from '../../text/id/governments.ts';
import { formatScore } from '../../ui/number.ts';
import { Tag } from '../../ui/notice.tsx';
import { pointsText } from '../../ui/points.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { rankView } from './rank.ts';
import { possibleScores } from './standing.ts';
import { rankWords } from './wording.ts';

/** Score, zone, category, rank and award of one year; what is not known says so. */
export function ResultTiles({ known }: { readonly known: GovernmentResult }): ReactElement {
  const { result } = known;
  return (
    <div className="grid government-tiles">
      <ScoreTile known={known} />
      <StatTile
        label={text.zone}
        value={<span className="government-tiles__words">{zoneValue(known)}</span>}
        {...zoneDetail(known)}
      />
      <StatTile
        label={text.category}
        value={<span className="government-tiles__words">{result.band ?? text.unknown}</span>}
        {...detail(result.opinion === result.band ? null : result.opinion)}
      />
      <RankTile known={known} />
      {result.nationalRank === null ? null : (
        <StatTile
          label={text.nationalRank}
          value={
            <span className="government-tiles__words">
              {text.rankOf(result.nationalRank.rank, result.nationalRank.of)}
            </span>
          }
          detail={text.nationalRankWhy}
        />
      )}
      {result.award === null ? null : (
        <StatTile
          label={text.award}
          value={<span className="government-tiles__words">{result.award ? text.awardYes : text.awardNo}</span>}
        />
      )}
    </div>
  );
}

function ScoreTile({ known: { result, bands } }: { readonly known: GovernmentResult }): ReactElement {
  if (result.score !== null) {
    return (
      <StatTile
        label={text.score}
        value={formatScore(result.score)}
        detail={
          <>
            {text.outOf} {result.status === 'computed' ? <Tag>{text.statusComputed}</Tag> : null}
          </>
        }
      />
    );
  }
  const range = possibleScores(result, bands);
  return (
    <StatTile
      label={text.score}
      value={<span className="government-tiles__words">{text.unknown}</span>}
      detail={
        range === undefined ? text.scoreUnknownWhy : text.scoreUnknownRange(pointsText(range[0]), pointsText(range[1]))
      }
    />
  );
}

function RankTile({ known }: { readonly known: GovernmentResult }): ReactElement {
  const { value, why } = rankWords(rankView(known));
  return (
    <StatTile label={text.rank} value={<span className="government-tiles__words">{value}</span>} {...detail(why)} />
  );
}

function isZoned({ bands }: GovernmentResult): boolean {
  return bands.some(({ zone }) => zone !== null);
}

function zoneValue(known: GovernmentResult): ReactNode {
  if (known.result.zone === null && isZoned(known)) return text.unknown;
  return <ZoneBadge zone={known.result.zone} />;
}

/** What is inferred is the zone, so the mark stands there. */
function zoneDetail(known: GovernmentResult): { readonly detail?: ReactNode } {
  if (!isZoned(known)) return { detail: text.noZones };
  return known.result.status === 'inferred' ? { detail: <Tag>{text.statusInferred}</Tag> } : {};
}

function detail(words: string | null): { readonly detail?: string } {
  return words === null ? {} : { detail: words };
}
