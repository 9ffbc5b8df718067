import { listUnitPhotos } from '@patuh/shared/contracts/clearances';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { useAnswer } from '../../platform/query.tsx';
import { clearancesText as text, openIn } from '../../text/id/clearances.ts';
import { tallyOf } from './blur-model.ts';
import { PhotoTally } from './photo-tally.tsx';
import type { UnitModel } from './unit-model.ts';

/** How far the photos of a unit are ready to be seen outside, and the way through all of them; for those who see photos. */
export function ClearancePanel({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { id, state } = model.office.assessment;
  // Of a unit that was not assessed nobody outside is shown more than the reason.
  const isForMe = model.listingFault !== 'not-for-you' && state !== 'not-assessed';
  const { data } = useAnswer(listUnitPhotos, { params: { assessmentId: id } }, { enabled: isForMe });
  if (!isForMe || data === undefined || data.photos.length + data.outstanding === 0) return null;
  return (
    <section className="panel clearance-panel" aria-labelledby="foto-ke-luar">
      <h2 id="foto-ke-luar">{text.title}</h2>
      <PhotoTally unit={data} />
      <p className="small soft">{text.lead}</p>
      {data.photos.length === 0 ? null : (
        <p className="actions">
          <Link className="button button--quiet" href={`/kantor/unit/${id}/foto`}>
            {text.goThrough(openIn(tallyOf(data)))}
          </Link>
        </p>
      )}
    </section>
  );
}
