import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';

import { keepAppCurrent } from '../../platform/app-update/app-update.ts';
import { fieldUnitsText } from '../../text/id/field-units.ts';
import { Loading } from '../../ui/loading.tsx';
import { DeskScope, useDeskState } from './desk-scope.tsx';
import { FILES_PATH, UNIT_SCREENS } from './paths.ts';
import { StatusBar } from './status-bar.tsx';
import { UnitsPage } from './units-page.tsx';

const loadUnitArea = async () => ({ default: (await import('./unit-area.tsx')).UnitArea });
const UnitArea = lazy(loadUnitArea);
const FilesPage = lazy(async () => ({ default: (await import('./files-page.tsx')).FilesPage }));

/** Everything under /lapangan: the assessor’s and enumerator’s work on the spot. */
export function FieldArea(): ReactElement {
  useEffect(keepAppCurrent, []);
  return (
    <DeskScope>
      <StatusBar />
      <Switch>
        <Route path={FILES_PATH}>
          <Suspense fallback={<Loading />}>
            <FilesPage />
          </Suspense>
        </Route>
        <Route path={UNIT_SCREENS}>
          <Suspense fallback={<Loading label={fieldUnitsText.loading} />}>
            <UnitArea />
          </Suspense>
        </Route>
        <Route>
          <UnitsPage />
          <FetchUnitArea />
        </Route>
      </Switch>
    </DeskScope>
  );
}

/** What the first tap on a unit will need, fetched once the list is there and the line is free. */
function FetchUnitArea(): null {
  const listed = useDeskState().exchange.ending !== undefined;
  useEffect(() => {
    // A line that broke is no fault yet: the tap fetches it again.
    if (listed) void loadUnitArea().catch(() => undefined);
  }, [listed]);
  return null;
}
