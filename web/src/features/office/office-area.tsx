import { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';

import { BlurPage } from './blur-page.tsx';
import { UnitPage } from './unit-page.tsx';
import { UNITS_PATH } from './units-list.ts';
import { UnitsPage } from './units-page.tsx';

/** `/kantor/unit`: the list of units, one unit to verify, and its photos. */
export function OfficeArea(): ReactElement {
  return (
    <Switch>
      <Route path={UNITS_PATH}>
        <UnitsPage />
      </Route>
      <Route path="/kantor/unit/:assessmentId/foto">
        {({ assessmentId }) => {
          const id = AssessmentId.safeParse(assessmentId);
          return id.success ? <BlurPage key={id.data} assessmentId={id.data} /> : <Redirect to={UNITS_PATH} replace />;
        }}
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
