import { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';

import { UnitPage } from './unit-page.tsx';
import { UNITS_PATH } from './units-list.ts';
import { UnitsPage } from './units-page.tsx';

/** `/kantor/unit`: the list of units, and one unit to verify. */
export function OfficeArea(): ReactElement {
  return (
    <Switch>
      <Route path={UNITS_PATH}>
        <UnitsPage />
      </Route>
      <Route path="/kantor/unit/:assessmentId">
        {({ assessmentId }) => {
          const id = AssessmentId.safeParse(assessmentId);
          return id.success ? <UnitPage key={id.data} assessmentId={id.data} /> : <Redirect to={UNITS_PATH} replace />;
        }}
      </Route>
      <Route>
        <Redirect to={UNITS_PATH} replace />
      </Route>
    </Switch>
  );
}
