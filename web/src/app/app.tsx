import { lazy, type ReactElement, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';

import { FaultNotice } from '../platform/fault-notice.tsx';
import { QueryScope } from '../platform/query.tsx';
import { useAtWork } from '../platform/identity/at-work.ts';
import { startSession, useSession } from '../platform/session.ts';
import { appText } from '../text/id/app.ts';
import { AppPage } from '../ui/app-page.tsx';
import { Loading } from '../ui/loading.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FieldDoor, isField } from './field-door.tsx';
import { Frame } from './frame.tsx';
import { SignedInPages } from './signed-in-pages.tsx';
import { UpdateNotice } from './update-notice.tsx';
import { homeOf, signInAddress, wayOn } from './ways.ts';

const SignInPage = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }));
const LinkPage = lazy(async () => ({ default: (await import('../features/sign-in/link-page.tsx')).LinkPage }));

/** The signed-in part of Patuh and the way in. */
export function App(): ReactElement {
  const session = useSession();
  const working = useAtWork();
  const [path] = useLocation();
  const me = session.kind === 'signed-in' ? session.me : null;
  // The field belongs to whose store is open; with a sign-in in between it must not be drawn anew.
  const inField = isField(path);
  return (
    <Frame me={me} working={inField ? working : undefined}>
      <UpdateNotice />
      <ErrorBoundary>
        {inField ? (
          <FieldDoor elsewhere={<Inside />} />
        ) : (
          <QueryScope key={me?.personId}>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/masuk/tautan">
                  <LinkPage homeOf={homeOf} />
                </Route>
                <Route path="/masuk">
                  <SignIn />
                </Route>
                <Route>
                  <Inside />
                </Route>
              </Switch>
            </Suspense>
          </QueryScope>
        )}
      </ErrorBoundary>
    </Frame>
  );
}

function SignIn(): ReactElement {
  const session = useSession();
  const search = useSearch();
  if (session.kind === 'signed-in') return <Redirect to={wayOn(search, session.me)} replace />;
  if (session.kind === 'starting') return <Loading label={appText.starting} />;
  return <SignInPage expired={session.kind === 'signed-out' && session.why === 'expired'} />;
}

function Inside(): ReactElement {
  const session = useSession();
  const [path] = useLocation();
  const search = useSearch();
  switch (session.kind) {
    case 'starting':
      return <Loading label={appText.starting} />;
    case 'unreachable':
      return (
        <AppPage title={appText.unreachableTitle}>
          <FaultNotice fault={session.fault} onRetry={() => void startSession()} />
        </AppPage>
      );
    case 'signed-out': {
      // Whoever left on purpose starts afresh; somebody else may sit here next.
      const back = session.why === 'left' ? '/masuk' : signInAddress(search === '' ? path : `${path}?${search}`);
      return <Redirect to={back} replace />;
    }
    case 'signed-in':
      return <SignedInPages me={session.me} />;
    default:
      return session satisfies never;
  }
}
