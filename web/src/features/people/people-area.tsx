import type { ReactElement } from 'react';

import { appText } from '../../text/id/app.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Loading } from '../../ui/loading.tsx';

export function PeopleArea(): ReactElement {
  return (
    <AppPage title={appText.account}>
      <Loading />
    </AppPage>
  );
}
