import type { ReactElement } from 'react';

import { appText } from '../../text/id/app.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { BackToPeriods } from './back-to-periods.tsx';

export function NoSuchPeriod(): ReactElement {
  return (
    <AppPage title={appText.notFound.title} lead={appText.notFound.body} above={<BackToPeriods />}>
      {null}
    </AppPage>
  );
}
