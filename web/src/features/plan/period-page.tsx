import { getPeriod } from '@patuh/shared/contracts/periods';
import { PeriodId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { AppPage } from '../../ui/app-page.tsx';
import { BackToPeriods } from './back-to-periods.tsx';
import { NoSuchPeriod } from './no-such-period.tsx';
import { PlanTabs } from './plan-tabs.tsx';

/** One period: where it stands, its days and what it is run by. */
export function PeriodPage({ periodId }: { readonly periodId: string }): ReactElement {
  const id = PeriodId.safeParse(periodId);
  return id.success ? <Known periodId={id.data} /> : <NoSuchPeriod />;
}

function Known({ periodId }: { readonly periodId: PeriodId }): ReactElement {
  const period = useAnswer(getPeriod, { params: { periodId } });
  return (
    <Answer of={period}>
      {(view) => (
        <AppPage title={view.name} above={<BackToPeriods />}>
          <PlanTabs period={view} tab="period" province={undefined} />
        </AppPage>
      )}
    </Answer>
  );
}
