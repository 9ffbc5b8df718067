import type { ReactElement } from 'react';

import { appText } from '../../text/id/app.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Loading } from '../../ui/loading.tsx';

export function ResultsArea(): ReactElement {
  return (
    <AppPage title={appText.areas.results}>
      <Loading />
    </AppPage>
  );
}
