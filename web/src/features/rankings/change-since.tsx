import type { RankingRow } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { otherMethod, scoreChange, tableText, underOldBands, zoneChange } from '../../text/id/rankings-table.ts';
import { ZONE_TEXT } from '../../text/id/zones.ts';
import { formatDifference, formatScore } from '../../ui/number.ts';
import { scoreDifference, zoneStep } from './table-view.ts';

/** Zone and score against the government's own earlier known result, and the zone by that year's thresholds. */
export function ChangeSince({ row }: { readonly row: RankingRow }): ReactElement {
  if (row.previous === null) return <span className="soft">{tableText.noPrevious}</span>;
  const lines = [zoneLine(row), scoreLine(row), oldBandsLine(row)].filter((line) => line !== null);
  if (lines.length === 0) return <Earlier previous={row.previous} />;
  return (
    <span className="change">
      {lines.map((line) => (
        <span key={line} className="change__line">
          {line}
        </span>
      ))}
    </span>
  );
}

/** Only the earlier zone is known, and this year has none to set against it. */
function Earlier({
  previous: { zone, year },
}: {
  readonly previous: NonNullable<RankingRow['previous']>;
}): ReactElement {
  if (zone === null) return <span className="soft">{tableText.noPrevious}</span>;
  return <span className="change">{otherMethod(ZONE_TEXT[zone].word, year)}</span>;
}

function zoneLine({ zone, previous }: RankingRow): string | null {
  const [then, now] = [zoneStep(previous?.zone ?? null), zoneStep(zone)];
  if (previous === null || previous.zone === null || then === null || now === null) return null;
  return zoneChange(previous.zone, previous.year, now < then ? 'up' : now > then ? 'down' : 'same');
}

function scoreLine(row: RankingRow): string | null {
  const { previous } = row;
  if (previous === null || previous.score === null) return null;
  const then = formatScore(previous.score);
  const difference = scoreDifference(row);
  if (difference !== null) return scoreChange(then, formatDifference(difference), previous.year);
  return previous.comparable ? null : otherMethod(then, previous.year);
}

/** Only where the old thresholds would have given another zone; a year without zones has none to compare. */
function oldBandsLine({ zone, previous }: RankingRow): string | null {
  if (zone === null || previous === null || previous.zoneUnderOldBands === null) return null;
  if (previous.zoneUnderOldBands === zone) return null;
  return underOldBands(previous.zoneUnderOldBands, previous.year);
}
