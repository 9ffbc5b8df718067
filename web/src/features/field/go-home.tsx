import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';

import { fieldDetailsText } from '../../text/id/field-details.ts';
import { isOpen, useHeader } from './desk-scope.tsx';
import { farewell } from './farewell-words.ts';
import { LightSign } from './light.tsx';
import { beforeGoingHome, lightsOf } from './lights.ts';
import { useStandingAt } from './use-standing.ts';
import { ThreeLights } from './three-lights.tsx';
import { useNow } from './use-now.ts';

/** Where the data of this unit is, and whether one may leave it behind. */
export function GoHome({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const header = useHeader();
  const standing = useStandingAt(header.id);
  const now = useNow();
  const blocking = findings.filter(({ weight }) => weight === 'blocks').length;
  const { tone, words } = farewell(beforeGoingHome(standing, blocking), isOpen(header));
  return (
    <section className={`go-home go-home--${tone}`} aria-labelledby="boleh-pulang">
      <h2 id="boleh-pulang">{fieldDetailsText.units}</h2>
      <p role="status">
        <LightSign tone={tone} /> {words}
      </p>
      <ThreeLights lights={lightsOf(standing)} now={now} />
    </section>
  );
}
