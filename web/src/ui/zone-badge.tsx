import type { Zone } from '@patuh/shared/domain/zone';
import type { ReactElement } from 'react';

import { NO_ZONE, ZONE_PREFIX, ZONE_TEXT } from '../text/id/zones.ts';

/** A zone by colour, shape, letter and word: green circle H, yellow diamond K, red square M. Null: "Tanpa zona". */
export function ZoneBadge({ zone }: { readonly zone: Zone | null }): ReactElement {
  if (zone === null) return <span className="zone zone--none">{NO_ZONE}</span>;
  const { letter, word } = ZONE_TEXT[zone];
  return (
    <span className={`zone zone--${zone}`}>
      <svg className="zone__shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path className="zone__ground" d={SHAPES[zone]} strokeWidth="1.500" strokeLinejoin="round" />
        <text className="zone__letter" x="12" y="16.700">
          {letter}
        </text>
      </svg>
      <span>
        <span className="visually-hidden">{`${ZONE_PREFIX} `}</span>
        {word}
      </span>
    </span>
  );
}

const SHAPES: Readonly<Record<Zone, string>> = {
  green: 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z',
  yellow: 'M12 .8L23.200 12L12 23.200L.8 12z',
  red: 'M3 2h18a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z',
};
