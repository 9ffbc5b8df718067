import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';

interface LevelSpreadProps {
  /** How often other units of the same kind got each level, from 0. */
  readonly counts: readonly number[];
  /** How many units that are. */
  readonly units: number;
  /** The level here; null where there is none. */
  readonly own: number | null;
}

const BAR = 26;
const GAP = 6;
const TALL = 36;
const FLOOR = 52;

/** How others of the same kind stand at this question. The level here has an edge and a wedge, not only a colour. */
export function LevelSpread({ counts, units, own }: LevelSpreadProps): ReactElement | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const most = Math.max(...counts);
  const width = counts.length * (BAR + GAP) + GAP;
  return (
    <figure className="desk-spread">
      <svg
        viewBox={`0 0 ${width} 78`}
        width={width}
        height={78}
        role="img"
        aria-label={deskText.spread.words(counts, own)}
      >
        {counts.map((count, level) => {
          const x = GAP + level * (BAR + GAP);
          const height = count === 0 ? 1 : Math.max(3, Math.round((TALL * count) / most));
          const kind = level === own ? 'desk-spread__bar desk-spread__bar--own' : 'desk-spread__bar';
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the index is the level
            <g key={level}>
              <text className="desk-spread__count" x={x + BAR / 2} y={FLOOR - height - 4} textAnchor="middle">
                {count}
              </text>
              <rect className={kind} x={x} y={FLOOR - height} width={BAR} height={height} />
              <text className="desk-spread__level" x={x + BAR / 2} y={FLOOR + 13} textAnchor="middle">
                {level}
              </text>
              {level === own ? (
                <path className="desk-spread__wedge" d={`M${x + BAR / 2} ${FLOOR + 16}l5 8h-10z`} />
              ) : null}
            </g>
          );
        })}
      </svg>
      <figcaption className="small soft">{deskText.spread.caption(units)}</figcaption>
    </figure>
  );
}
