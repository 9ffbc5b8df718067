import type { ReactElement } from 'react';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { useHeader } from './desk-scope.tsx';

/**
 * The public checklist of this kind of unit, to send to whoever is visited next. In a page of its own, so that nothing
 * that is being entered is left; it knows the year and the kind, never the unit.
 */
export function ReadyLink(): ReactElement {
  const { period, unit } = useHeader();
  const asked = new URLSearchParams({ tahun: String(period.year), jenis: unit.kind });
  return (
    <p className="small">
      <a className="quiet-link" href={`/siap-dikunjungi?${asked}`} target="_blank" rel="noopener">
        {fieldOverviewText.ready}
      </a>
    </p>
  );
}
