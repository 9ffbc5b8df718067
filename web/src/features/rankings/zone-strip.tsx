import type { ReactElement } from 'react';

import { rankingsText } from '../../text/id/rankings.ts';
import type { ZoneShare } from './summary.ts';

const WIDTH = 1000;

/** Counts per zone as one bar: its parts are counts over their own sum, so no rounding moves an edge. */
export function ZoneStrip({
  shares,
  text,
}: {
  readonly shares: readonly ZoneShare[];
  readonly text: string;
}): ReactElement {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  return (
    <svg
      className="zone-strip"
      viewBox={`0 0 ${WIDTH} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${rankingsText.stripLabel}: ${text}`}
    >
      {shares.map(({ zone, count }, index) => {
        const before = shares.slice(0, index).reduce((sum, share) => sum + share.count, 0);
        const [left, right] = [edge(before, total), edge(before + count, total)];
        return count === 0 ? null : (
          <rect
            key={zone}
            className={`zone-strip__part fill-${zone}`}
            x={left}
            y={0}
            width={right - left}
            height={20}
          />
        );
      })}
    </svg>
  );
}

function edge(count: number, total: number): number {
  return Math.round((count / total) * WIDTH);
}
