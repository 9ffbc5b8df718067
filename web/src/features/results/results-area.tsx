import type { ReactElement } from 'react';
import { Route, Switch, useParams } from 'wouter';

import { GovernmentPage } from './government-page.tsx';
import { ResultsPage } from './results-page.tsx';
import { UnitPage } from './unit-page.tsx';

/** Everything under /sekda. */
export function ResultsArea(): ReactElement {
  return (
    <Switch>
      <Route path="/sekda/:periodId/:government/unit/:assessmentId">
        <Unit />
      </Route>
      <Route path="/sekda/:periodId/:government">
        <Government />
      </Route>
      <Route>
        <ResultsPage />
      </Route>
    </Switch>
  );
}

function Government(): ReactElement {
  const { periodId = '', government = '' } = useParams();
  return <GovernmentPage key={`${periodId} ${government}`} periodId={periodId} government={government} />;
}

function Unit(): ReactElement {
  const { periodId = '', government = '', assessmentId = '' } = useParams();
  return <UnitPage key={assessmentId} periodId={periodId} government={government} assessmentId={assessmentId} />;
}
