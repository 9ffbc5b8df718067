import type { UnitHistory } from '@patuh/shared/contracts/units';
import type { ReactElement } from 'react';

import { unitsText } from '../../text/id/units.ts';
import { CloseUnit, MoveUnit, RenameUnit } from './units-change-forms.tsx';
import { MoveToGovernment, SplitUnit } from './units-lineage-forms.tsx';

const text = unitsText.actions;

/** Everything that may become of a unit, each behind its own heading. */
export function UnitsChanges({ view }: { readonly view: UnitHistory }): ReactElement {
  const open = view.unit.closedAt === null;
  return (
    <section className="section" aria-label={text.title}>
      <h2>{text.title}</h2>
      <div className="plan-units__ways">
        {open ? (
          <>
            <RenameUnit view={view} />
            <MoveUnit view={view} />
            <MoveToGovernment view={view} />
            <SplitUnit view={view} />
          </>
        ) : null}
        <CloseUnit view={view} />
      </div>
    </section>
  );
}
