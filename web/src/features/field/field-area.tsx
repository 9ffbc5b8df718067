import type { ReactElement } from 'react';

import { appText } from '../../text/id/app.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Loading } from '../../ui/loading.tsx';

export function FieldArea(): ReactElement {
  return (
    <AppPage title={appText.areas.field}>
      <Loading />
    </AppPage>
  );
}
