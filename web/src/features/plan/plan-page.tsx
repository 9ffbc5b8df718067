import { getPeriod, type PeriodView, type ProvincePlan } from '@patuh/shared/contracts/periods';
import { PeriodId } from '@patuh/shared/domain/ids';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { planText as text } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { BackToPeriods } from './back-to-periods.tsx';
import { NoSuchPeriod } from './no-such-period.tsx';
import { PlanTabs, type PlanTab } from './plan-tabs.tsx';
import { ProvinceChoice } from './province-choice.tsx';

/** What a page of the plan of one province gets. */
export interface PlanProps {
  readonly period: PeriodView;
  readonly plan: ProvincePlan;
}

interface PlanPageProps {
  readonly periodId: string;
  readonly tab: Exclude<PlanTab, 'period'>;
  readonly children: (plan: PlanProps) => ReactNode;
}

/** The frame of a page that belongs to one province in one period: its tabs, and whose plan it is. */
export function PlanPage({ periodId, tab, children }: PlanPageProps): ReactElement {
  const id = PeriodId.safeParse(periodId);
  return id.success ? <Known periodId={id.data} tab={tab} content={children} /> : <NoSuchPeriod />;
}

interface KnownProps {
  readonly periodId: PeriodId;
  readonly tab: PlanPageProps['tab'];
  readonly content: PlanPageProps['children'];
}

function Known({ periodId, tab, content }: KnownProps): ReactElement {
  const period = useAnswer(getPeriod, { params: { periodId } });
  const [search] = useSearchParams();
  return (
    <Answer of={period}>
      {(view) => {
        const plan = chosenPlan(view.plans, search.get('provinsi'));
        return (
          <AppPage title={`${text.tabs[tab]}: ${view.name}`} above={<BackToPeriods />}>
            <PlanTabs period={view} tab={tab} province={plan?.province.code} />
            <ProvinceChoice plans={view.plans} chosen={plan} />
            {plan === undefined ? <p>{text.chooseFirst}</p> : content({ period: view, plan })}
          </AppPage>
        );
      }}
    </Answer>
  );
}

/** The plan that the address names, or the only one there is. */
export function chosenPlan(plans: readonly ProvincePlan[], code: string | null): ProvincePlan | undefined {
  return plans.length === 1 ? plans[0] : plans.find(({ province }) => province.code === code);
}
