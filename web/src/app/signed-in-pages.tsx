import type { Me } from '@patuh/shared/contracts/sign-in';
import { lazy, type ReactElement, Suspense } from 'react';
import { Link, Redirect, useLocation } from 'wouter';

import { appText } from '../text/id/app.ts';
import { AppPage } from '../ui/app-page.tsx';
import { Loading } from '../ui/loading.tsx';
import { type Area, areaOf, areasFor, PRACTICE } from './areas.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { homeOf } from './ways.ts';

const AccountArea = lazy(async () => ({ default: (await import('../features/account/account-area.tsx')).AccountArea }));

/** The screens that this person's roles open. */
export function SignedInPages({ me }: { readonly me: Me }): ReactElement {
  const [path] = useLocation();
  const own = areasFor(me.grants.map(({ role }) => role));
  if (path === '/akun') return <AccountArea onlyPage={own.length === 0} />;
  if (me.secondFactor.demanded) return <Redirect to="/akun" replace />;
  if (path === PRACTICE.path && me.grants.some(({ role }) => PRACTICE.roles.includes(role))) {
    return <Opened area={PRACTICE} />;
  }
  const area = areaOf(path, own);
  // `/kantor/…` belongs to the longer path even where only the shorter one is open to somebody.
  if (area === undefined || area.path !== areaOf(path)?.path) return <NothingHere me={me} />;
  return <Opened area={area} />;
}

function Opened({ area: { path, page: Page } }: { readonly area: Area }): ReactElement {
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    </ErrorBoundary>
  );
}

function NothingHere({ me }: { readonly me: Me }): ReactElement {
  const { title, body, home } = areasFor(me.grants.map(({ role }) => role)).length === 0 ? nothing : appText.notFound;
  return (
    <AppPage title={title} lead={body}>
      <p>
        <Link className="button" href={homeOf(me)}>
          {home}
        </Link>
      </p>
    </AppPage>
  );
}

const nothing = { ...appText.noArea, home: appText.account };
