import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';

import { CasesPage } from './cases-page.tsx';
import { QualityPage } from './quality-page.tsx';

/** Mutu: how the work was done, and the cases that everybody practises with. */
export function QualityArea(): ReactElement {
  return (
    <Switch>
      <Route path="/kantor/mutu">
        <QualityPage />
      </Route>
      <Route path="/kantor/mutu/latihan">
        <CasesPage />
      </Route>
      <Route>
        <Redirect to="/kantor/mutu" replace />
      </Route>
    </Switch>
  );
}
