import type { ReactElement } from 'react';

import { appText } from '../text/id/app.ts';
import { AppPage } from '../ui/app-page.tsx';

/** In place of the field, in a browser that lacks what it stands on. */
export function OldBrowser(): ReactElement {
  return (
    <AppPage title={appText.oldBrowser.title}>
      <p>{appText.oldBrowser.body}</p>
    </AppPage>
  );
}
