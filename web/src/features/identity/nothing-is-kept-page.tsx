import type { ReactElement } from 'react';

import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Notice } from '../../ui/notice.tsx';

const { keeps } = identityText;

/** Said before the first question, not after the last. */
export function NothingIsKeptPage({ onGoOn }: { readonly onGoOn: () => void }): ReactElement {
  return (
    <AppPage title={keeps.nothingTitle}>
      <Notice tone="caution">
        <p>{keeps.nothing}</p>
      </Notice>
      <p>
        <button type="button" className="button" onClick={onGoOn}>
          {keeps.understood}
        </button>
      </p>
    </AppPage>
  );
}
