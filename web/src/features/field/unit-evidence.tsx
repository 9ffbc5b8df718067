import type { ReactElement } from 'react';

import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { EvidenceSlot } from './evidence-slot.tsx';

/** Evidence of the unit or the visit as a whole: its sign, or its closed door. */
export function UnitEvidence({ readOnly }: { readonly readOnly: boolean }): ReactElement {
  return (
    <section aria-labelledby="bukti-unit">
      <h2 id="bukti-unit">{text.ofUnit}</h2>
      <p className="small soft">{text.ofUnitLead}</p>
      <EvidenceSlot point={null} name={text.ofUnit} asked={[]} readOnly={readOnly} />
    </section>
  );
}
