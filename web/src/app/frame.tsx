import type { Me } from '@patuh/shared/contracts/sign-in';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import type { AtWork } from '../platform/identity/at-work.ts';
import { appText } from '../text/id/app.ts';
import { layoutText, SITE_NAME } from '../text/id/layout.ts';
import { Mark } from '../ui/mark.tsx';
import { areaOf, areasFor, FIELD_PATH } from './areas.tsx';
import { LockButton, SignOutButton } from './leave-buttons.tsx';
import { Navigation } from './navigation.tsx';
import { homeOf } from './ways.ts';

interface FrameProps {
  readonly me: Me | null;
  /** Whose store is open in the field: the header is theirs, signed in or not. */
  readonly working: AtWork | undefined;
  readonly children: ReactNode;
}

/** Skip link, header with the areas and the account, and the column that the screens fill. */
export function Frame({ me, working, children }: FrameProps): ReactElement {
  return (
    <>
      <a className="skip" href="#isi">
        {layoutText.skip}
      </a>
      {working !== undefined ? (
        <FieldHeader working={working} me={me?.personId === working.person.personId ? me : null} />
      ) : me === null ? (
        <PlainHeader />
      ) : (
        <Header me={me} />
      )}
      {(working?.person ?? me)?.demo === true ? (
        <aside className="demo-banner" aria-label={appText.demoTitle}>
          <p className="wrap">
            <strong>{appText.demoTitle}.</strong> {appText.demoBody}
          </p>
        </aside>
      ) : null}
      <main id="isi" className="wrap" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function PlainHeader(): ReactElement {
  return (
    <header className="site-header app-header">
      <div className="wrap app-header__row">
        <a className="site-header__name" href="/">
          <Mark />
          <span className="site-header__word">{SITE_NAME}</span>
        </a>
        <a className="app-header__link" href="/">
          {appText.publicSite}
        </a>
      </div>
    </header>
  );
}

function Header({ me }: { readonly me: Me }): ReactElement {
  const [path] = useLocation();
  return (
    <header className="site-header app-header">
      <div className="wrap">
        <div className="app-header__row">
          <Link className="site-header__name" href={homeOf(me)}>
            <Mark />
            <span className="site-header__word">{SITE_NAME}</span>
          </Link>
          <div className="app-header__account">
            <Link className="app-header__link" href="/akun" aria-current={path === '/akun' ? 'page' : undefined}>
              <span className="visually-hidden">{appText.account}: </span>
              {me.name}
            </Link>
            <SignOutButton />
          </div>
        </div>
        <Areas me={me} />
      </div>
    </header>
  );
}

/** In the field the account is a page like any other: it needs a sign-in, the store does not. */
function FieldHeader({ working, me }: { readonly working: AtWork; readonly me: Me | null }): ReactElement {
  const { person, lock } = working;
  return (
    <header className="site-header app-header">
      <div className="wrap">
        <div className="app-header__row">
          <Link className="site-header__name" href={FIELD_PATH}>
            <Mark />
            <span className="site-header__word">{SITE_NAME}</span>
          </Link>
          <div className="app-header__account">
            {me === null ? (
              <span className="app-header__who">{person.name}</span>
            ) : (
              <Link className="app-header__link" href="/akun">
                <span className="visually-hidden">{appText.account}: </span>
                {person.name}
              </Link>
            )}
            {lock === undefined ? null : <LockButton lock={lock} />}
            <SignOutButton />
          </div>
        </div>
        {me === null ? null : <Areas me={me} />}
      </div>
    </header>
  );
}

function Areas({ me }: { readonly me: Me }): ReactElement | null {
  const [path] = useLocation();
  const open = me.secondFactor.demanded ? [] : areasFor(me.grants.map(({ role }) => role));
  return open.length < 2 ? null : <Navigation key={path} areas={open} current={areaOf(path)} />;
}
