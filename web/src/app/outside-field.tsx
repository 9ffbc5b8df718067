import { lazy, type ReactElement, Suspense } from 'react';
import { Redirect, Route, Switch, useSearch } from 'wouter';

import { QueryScope } from '../platform/query.tsx';
import { useSession } from '../platform/session.ts';
import { appText } from '../text/id/app.ts';
import { Loading } from '../ui/loading.tsx';
import { Inside } from './inside.tsx';
import { homeOf, wayOn } from './ways.ts';

const SignInPage = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }));
const DocumentPage = lazy(async () => ({
  default: (await import('../features/documents/document-page.tsx')).DocumentPage,
}));
const LinkPage = lazy(async () => ({ default: (await import('../features/sign-in/link-page.tsx')).LinkPage }));

/** Signing in, the account and the offices: everything that only a server can answer. */
export function OutsideField(): ReactElement {
  const session = useSession();
  return (
    <QueryScope key={session.kind === 'signed-in' ? session.me.personId : undefined}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/dokumen">
            <DocumentPage />
          </Route>
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
  );
}

function SignIn(): ReactElement {
  const session = useSession();
  const search = useSearch();
  if (session.kind === 'signed-in') return <Redirect to={wayOn(search, session.me)} replace />;
  if (session.kind === 'starting') return <Loading label={appText.starting} />;
  return <SignInPage expired={session.kind === 'signed-out' && session.why === 'expired'} />;
}
