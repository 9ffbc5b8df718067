import { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';

import { UnitPage } from './unit-page.tsx';
import { UnitsPage } from './units-page.tsx';

/** Kantor: the list of units, and one unit to verify. */
export function OfficeArea(): ReactElement {
  return (
    <Switch>
      <Route path="/kantor">
        <UnitsPage />
      </Route>
      <Route path="/kantor/unit/:assessmentId">
        {({ assessmentId }) => {
          const id = AssessmentId.safeParse(assessmentId);
          return id.success ? <UnitPage key={id.data} assessmentId={id.data} /> : <Redirect to="/kantor" replace />;
        }}
      </Route>
      <Route>
        <Redirect to="/kantor" replace />
      </Route>
    </Switch>
  );
}
