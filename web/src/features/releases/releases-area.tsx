import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';
import { Route, Switch } from 'wouter';

import { PreviewPage } from './preview-page.tsx';
import { ScopePage } from './scope-page.tsx';
import { ScopesPage } from './scopes-page.tsx';

interface ReleasesAreaProps {
  /** The public page of a ranking; it belongs to another feature, so whoever knows both hands it in. */
  readonly previewOf: (ranking: Ranking) => ReactElement;
}

/** `/kantor/penerbitan`: two people publish the results of a province. */
export function ReleasesArea({ previewOf }: ReleasesAreaProps): ReactElement {
  return (
    <Switch>
      <Route path="/kantor/penerbitan/pratinjau/:releaseId">
        {({ releaseId }) => <PreviewPage key={releaseId} releaseId={releaseId} previewOf={previewOf} />}
      </Route>
      <Route path="/kantor/penerbitan/:periodId/:province">
        {({ periodId, province }) => (
          <ScopePage key={`${periodId} ${province}`} periodId={periodId} province={province} />
        )}
      </Route>
      <Route>
        <ScopesPage />
      </Route>
    </Switch>
  );
}
