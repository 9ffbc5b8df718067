import type { ReactElement } from 'react';

import { planText as text } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { BackToPeriods } from './back-to-periods.tsx';

export function UnitsPage(): ReactElement {
  return (
    <AppPage title={text.allUnits} above={<BackToPeriods />}>
      {null}
    </AppPage>
  );
}
