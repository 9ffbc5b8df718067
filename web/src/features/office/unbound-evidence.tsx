import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { officeEvidenceText as text } from '../../text/id/office-evidence.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { UnitModel } from './unit-model.ts';

/** Evidence of the unit as a whole; and why nobody sees the files, where that is so. */
export function UnboundEvidence({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { unbound } = model.evidence;
  const { listingFault, values } = model;
  if (values.evidence.length === 0) return null;
  return (
    <>
      {listingFault === 'not-for-you' ? <p className="small soft">{text.notForYou}</p> : null}
      {listingFault === null || listingFault === 'not-for-you' ? null : <FaultNotice fault={listingFault} />}
      {unbound.length === 0 ? null : (
        <section className="panel office-unbound" aria-labelledby="office-unbound">
          <h2 id="office-unbound">{text.unbound}</h2>
          <p className="small soft">{text.unboundLead}</p>
          <EvidenceList model={model} pieces={unbound} label={text.unbound} />
        </section>
      )}
    </>
  );
}
