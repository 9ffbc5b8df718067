import type { ReactElement } from 'react';
import { Route, Switch } from 'wouter';

import { LotPage } from './lot-page.tsx';
import { NewPeriodPage } from './new-period-page.tsx';
import { PeriodPage } from './period-page.tsx';
import { PeriodsPage } from './periods-page.tsx';
import { PlanDutiesPage } from './plan-duties-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlanTeamsPage } from './plan-teams-page.tsx';
import { PlanUnitsPage } from './plan-units-page.tsx';
import { UnitsPage } from './units-page.tsx';
import { UnitPage } from './units-unit-page.tsx';

/** `/kantor/rencana`: periods, their days, and per province the units, the teams and the lot of second visits. */
export function PlanArea(): ReactElement {
  return (
    <Switch>
      <Route path="/kantor/rencana/daftar-unit">
        <UnitsPage />
      </Route>
      <Route path="/kantor/rencana/daftar-unit/:unitId">
        {({ unitId }) => <UnitPage key={unitId} unitId={unitId} />}
      </Route>
      <Route path="/kantor/rencana/baru">
        <NewPeriodPage />
      </Route>
      <Route path="/kantor/rencana/:periodId/unit">
        {({ periodId }) => (
          <PlanPage key={periodId} periodId={periodId} tab="units">
            {(plan) => <PlanUnitsPage {...plan} />}
          </PlanPage>
        )}
      </Route>
      <Route path="/kantor/rencana/:periodId/tim">
        {({ periodId }) => (
          <PlanPage key={periodId} periodId={periodId} tab="teams">
            {(plan) => <PlanTeamsPage {...plan} />}
          </PlanPage>
        )}
      </Route>
      <Route path="/kantor/rencana/:periodId/tugas">
        {({ periodId }) => (
          <PlanPage key={periodId} periodId={periodId} tab="duties">
            {(plan) => <PlanDutiesPage {...plan} />}
          </PlanPage>
        )}
      </Route>
      <Route path="/kantor/rencana/:periodId/undian">
        {({ periodId }) => (
          <PlanPage key={periodId} periodId={periodId} tab="lot">
            {(plan) => <LotPage {...plan} />}
          </PlanPage>
        )}
      </Route>
      <Route path="/kantor/rencana/:periodId">
        {({ periodId }) => <PeriodPage key={periodId} periodId={periodId} />}
      </Route>
      <Route>
        <PeriodsPage />
      </Route>
    </Switch>
  );
}
