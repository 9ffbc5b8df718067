import type { ReactElement } from 'react';

import { startSession } from '../../platform/session.ts';
import { faultText } from '../../text/id/fault.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';

const { nobody } = identityText;

/** Without a network and without a store there is nothing to open: says what is needed, once. */
export function NobodyHerePage(): ReactElement {
  return (
    <AppPage title={nobody.title} lead={nobody.body}>
      <p>
        <button type="button" className="button" onClick={() => void startSession()}>
          {faultText.retry}
        </button>
      </p>
    </AppPage>
  );
}
