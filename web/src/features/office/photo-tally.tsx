import type { UnitPhotos } from '@patuh/shared/contracts/clearances';
import type { ReactElement } from 'react';

import { clearancesText as text } from '../../text/id/clearances.ts';
import { tallyOf } from './blur-model.ts';

/** How many photos of a unit may be seen outside, and what is left to decide. */
export function PhotoTally({ unit }: { readonly unit: UnitPhotos }): ReactElement {
  const tally = tallyOf(unit);
  return (
    <p className="photo-tally">
      <strong>{text.tally(tally)}</strong>
      {text.tallyMore(tally)}
      {unit.outstanding === 0 ? null : <span className="soft"> {text.outstanding(unit.outstanding)}</span>}
    </p>
  );
}
