import { type ReactElement, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';

import { keepAppCurrent } from '../../platform/app-update/app-update.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { fieldUnitsText } from '../../text/id/field-units.ts';
import { laterPart } from '../../ui/later-part.tsx';
import { Loading } from '../../ui/loading.tsx';
import { optionalPart } from '../../ui/optional-part.tsx';
import { DeskScope, useDeskState } from './desk-scope.tsx';
import { FILES_PATH, UNIT_SCREENS, UNITS_PATH } from './paths.ts';
import { StatusBar } from './status-bar.tsx';
import { UnitsPage } from './units-page.tsx';
import { useStored } from './use-stored.ts';

const unitArea = laterPart(async () => (await import('./unit-area.tsx')).UnitArea);
const EvidenceStart = optionalPart(async () => (await import('./evidence-start.tsx')).EvidenceStart);
const filesPage = laterPart(async () => (await import('./files-page.tsx')).FilesPage);

/** What an address below the list will show, fetched while the store is being opened. */
export function loadScreens(path: string): void {
  if (path !== UNITS_PATH && path !== FILES_PATH) fetchAhead();
}

/** A line that broke is no fault yet: whoever gets there fetches it again. */
function fetchAhead(): void {
  unitArea.load().catch(() => undefined);
}

/** Everything under /lapangan: the assessor’s and enumerator’s work on the spot. */
export function FieldArea(): ReactElement {
  useEffect(keepAppCurrent, []);
  return (
    <DeskScope>
      <StatusBar />
      <AfterList />
      <Switch>
        <Route path={FILES_PATH}>
          <filesPage.Show meanwhile={<Loading />}>{(FilesPage) => <FilesPage />}</filesPage.Show>
        </Route>
        <Route path={UNIT_SCREENS}>
          <unitArea.Show meanwhile={<Loading label={fieldUnitsText.loading} />}>
            {(UnitArea) => <UnitArea />}
          </unitArea.Show>
        </Route>
        <Route>
          <UnitsPage />
          <FetchUnitArea />
        </Route>
      </Switch>
    </DeskScope>
  );
}

/** Finishes what was begun with photos when the app was ended; on most starts there is nothing. */
function AfterList(): ReactElement | null {
  if (useStored(hasBegunEvidence) !== true) return null;
  return (
    <Suspense fallback={null}>
      <EvidenceStart />
    </Suspense>
  );
}

/** What the first tap on a unit will need, fetched once the list is there and the line is free. */
function FetchUnitArea(): null {
  const listed = useDeskState().exchange.ending !== undefined;
  useEffect(() => {
    if (listed) fetchAhead();
  }, [listed]);
  return null;
}

/** As it was at the start: a camera that is opened later has not ended anything. */
const begunAtStart = new WeakMap<FieldDesk, Promise<boolean>>();

async function hasBegunEvidence(desk: FieldDesk): Promise<boolean> {
  const answer = begunAtStart.get(desk) ?? looksBegun(desk);
  begunAtStart.set(desk, answer);
  return await answer;
}

async function looksBegun({ store }: FieldDesk): Promise<boolean> {
  return (await store.files()).length > 0 || ((await store.note('camera-open-at')) ?? '') !== '';
}
