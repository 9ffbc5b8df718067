import type { ReactElement } from 'react';

import { tableText } from '../../text/id/rankings-table.ts';
import { Dash } from './dash.tsx';

interface BandNameProps {
  readonly band: string | null;
  readonly opinion: string | null;
}

/** "A · Kualitas Tertinggi"; once only where band and opinion are the same word ("Baik", "Kepatuhan sedang"). */
export function BandName({ band, opinion }: BandNameProps): ReactElement {
  if (band === null && opinion === null) return <Dash meaning={tableText.unknown} />;
  if (band === null || opinion === null || opinion.toLowerCase().endsWith(band.toLowerCase())) {
    return <>{opinion ?? band}</>;
  }
  return (
    <span>
      <strong>{band}</strong>
      {` · ${opinion}`}
    </span>
  );
}
