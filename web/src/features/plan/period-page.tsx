import { getPeriod, type PeriodView } from '@patuh/shared/contracts/periods';
import { hasRole } from '@patuh/shared/domain/actor';
import { PeriodId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Redirect, useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { provinceName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { PERIOD_KIND, periodText as text, planText } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatDay } from '../../ui/moment.ts';
import { BackToPeriods } from './back-to-periods.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { NoSuchPeriod } from './no-such-period.tsx';
import { OpeningSection } from './opening-section.tsx';
import { lotPath } from './paths.ts';
import { PeriodMarks } from './period-marks.tsx';
import { chosenPlan } from './plan-page.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { ProvinceChoice } from './province-choice.tsx';
import { SettingsSection } from './settings-section.tsx';

/** One period: where it stands, its days and what it is run by. */
export function PeriodPage({ periodId }: { readonly periodId: string }): ReactElement {
  const id = PeriodId.safeParse(periodId);
  return id.success ? <Known periodId={id.data} /> : <NoSuchPeriod />;
}

function Known({ periodId }: { readonly periodId: PeriodId }): ReactElement {
  const period = useAnswer(getPeriod, { params: { periodId } });
  return <Answer of={period}>{(view) => <Period period={view} />}</Answer>;
}

function Period({ period }: { readonly period: PeriodView }): ReactElement {
  const me = useMe();
  const [search] = useSearchParams();
  const plan = chosenPlan(period.plans, search.get('provinsi'));
  // A comparison is part of its season, and has no page of its own.
  if (period.compares !== null) return <Redirect to={lotPath(period.compares)} replace />;
  const mayPlan = plan !== undefined && hasRole(me, ['head'], { province: plan.province.code });
  return (
    <AppPage title={period.name} lead={<PeriodMarks period={period} />} above={<BackToPeriods />}>
      <PlanTabs period={period} tab="period" province={plan?.province.code} />
      <ProvinceChoice plans={period.plans} chosen={plan} />
      <section className="section section--near" aria-labelledby="keadaan">
        <h2 id="keadaan">{text.state}</h2>
        <Facts period={period} />
        {period.openedAt === null && period.mayChange ? <OpeningSection period={period} /> : null}
      </section>
      <CalendarSection period={period} plan={plan} mayPlan={mayPlan} />
      <SettingsSection period={period} />
    </AppPage>
  );
}

function Facts({ period }: { readonly period: PeriodView }): ReactElement {
  const { kind, province, instrument, openedAt, plans } = period;
  const units = plans.reduce((sum, plan) => sum + plan.units, 0);
  const assigned = plans.reduce((sum, plan) => sum + plan.assigned, 0);
  const facts: readonly (readonly [string, string])[] = [
    [text.state, openedAt === null ? text.notOpened : text.opened(formatDay(openedAt))],
    [text.kind, kind === 'trial' ? planText.trialMark : PERIOD_KIND[kind]],
    [text.whose, province === null ? text.everybody : scopeText.province(provinceName(province.name))],
    [text.instrument, instrument.title],
    [text.units, planText.counts(units, assigned)],
  ];
  return (
    <dl className="plan-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
