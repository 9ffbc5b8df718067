import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { computedText, notAssessed } from '../../text/id/computed-results.ts';
import {
  countBase,
  expectedFrom,
  incompleteList,
  incompleteUnknown,
  incompleteZones,
  list,
  percentBase,
  rankingsText,
  roundingRemark,
  SCOPE_TEXT,
  shareOf,
  zoneCount,
} from '../../text/id/rankings.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatPercent } from '../../ui/number.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { roundedSum, zoneShares } from './summary.ts';
import { ZoneStrip } from './zone-strip.tsx';

/** Counts per zone (or per band in a year without zones), what they are counted over, and what is missing. */
export function ZoneSummary({ ranking }: { readonly ranking: Ranking }): ReactElement {
  return (
    <section aria-labelledby="ringkasan">
      <h2 id="ringkasan" className="visually-hidden">
        {rankingsText.summaryTitle}
      </h2>
      <CoverageNotice ranking={ranking} />
      <NotAssessedNotice ranking={ranking} />
      {ranking.zoned ? <ZoneTiles ranking={ranking} /> : <BandTiles ranking={ranking} />}
    </section>
  );
}

function ZoneTiles({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const shares = zoneShares(ranking);
  const sum = roundedSum(ranking);
  const { assessed } = ranking.counts;
  const complete = shares.every(({ percent }) => percent !== null);
  const words = shares.map(({ zone, count, percent }) => zoneCount(zone, count, text(percent)));
  return (
    <>
      <div className="grid zone-tiles">
        {shares.map(({ zone, count, percent }) => (
          <StatTile
            key={zone}
            label={<ZoneBadge zone={zone} />}
            value={count}
            detail={<span className="nowrap">{shareOf(assessed, text(percent))}</span>}
          />
        ))}
      </div>
      {complete ? <ZoneStrip shares={shares} text={list(words)} /> : null}
      {complete ? (
        <p className="small soft">
          {[
            percentBase(SCOPE_TEXT[ranking.coverage.scope], assessed),
            ...(sum === null ? [] : [roundingRemark(sum)]),
          ].join(' ')}
        </p>
      ) : null}
    </>
  );
}

function BandTiles({ ranking: { bands, counts, coverage } }: { readonly ranking: Ranking }): ReactElement {
  return (
    <>
      <p>{rankingsText.noYearZones}</p>
      <div className="grid zone-tiles">
        {bands.map(({ band, opinion }) => (
          <StatTile
            key={band}
            label={opinion}
            value={counts.byBand[band] ?? 0}
            detail={countBase(counts.assessed, coverage.complete)}
          />
        ))}
      </div>
    </>
  );
}

function CoverageNotice({ ranking: { coverage, counts, zoned } }: { readonly ranking: Ranking }): ReactElement | null {
  if (coverage.complete) {
    const allZoned = !zoned || counts.green.percent !== null;
    return allZoned ? null : <Notice tone="caution">{<p>{incompleteZones(coverage.known)}</p>}</Notice>;
  }
  const { known, expected, missing, source } = coverage;
  return (
    <Notice tone="caution" title={rankingsText.incompleteTitle}>
      <p>{expected === null ? incompleteUnknown(known) : incompleteList(known, expected)}</p>
      {source === null ? null : <p className="small soft">{expectedFrom(source)}</p>}
      {missing.length === 0 ? null : (
        <details>
          <summary>{`${rankingsText.missing} (${missing.length})`}</summary>
          <p>{list(missing)}.</p>
        </details>
      )}
    </Notice>
  );
}

function NotAssessedNotice({ ranking: { coverage } }: { readonly ranking: Ranking }): ReactElement | null {
  if (coverage.notAssessed.length === 0) return null;
  return (
    <Notice tone="caution" title={computedText.notAssessedTitle}>
      <p>{notAssessed(coverage.notAssessed)}</p>
    </Notice>
  );
}

function text(percent: string | null): string | null {
  return percent === null ? null : formatPercent(percent);
}
