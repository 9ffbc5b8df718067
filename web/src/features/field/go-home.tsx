import { holdsUp } from '@patuh/shared/checks/explained';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';

import { fieldDetailsText } from '../../text/id/field-details.ts';
import { useHeader, useQuestionnaire } from './desk-scope.tsx';
import { farewell } from './farewell-words.ts';
import { isOpen } from './is-open.ts';
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
  const { values } = useQuestionnaire();
  const blocking = findings.filter((finding) => holdsUp(finding, values)).length;
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
