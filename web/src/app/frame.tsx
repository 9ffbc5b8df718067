import type { Me } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';

import { FaultNotice } from '../platform/fault-notice.tsx';
import { signOut } from '../platform/session.ts';
import { unsentHere } from '../platform/unsent.ts';
import { appText } from '../text/id/app.ts';
import { layoutText, SITE_NAME } from '../text/id/layout.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Mark } from '../ui/mark.tsx';
import { type Area, areaOf, areasFor } from './areas.tsx';
import { homeOf } from './ways.ts';

interface FrameProps {
  readonly me: Me | null;
  readonly children: ReactNode;
}

/** Skip link, header with the areas and the account, and the column that the screens fill. */
export function Frame({ me, children }: FrameProps): ReactElement {
  return (
    <>
      <a className="skip" href="#isi">
        {layoutText.skip}
      </a>
      {me === null ? <PlainHeader /> : <Header me={me} />}
      {me?.demo === true ? (
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
  const open = me.secondFactor.demanded ? [] : areasFor(me.grants.map(({ role }) => role));
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
        {open.length < 2 ? null : <Navigation areas={open} current={areaOf(path)} />}
      </div>
    </header>
  );
}

function Navigation({
  areas,
  current,
}: {
  readonly areas: readonly Area[];
  readonly current: Area | undefined;
}): ReactElement {
  return (
    <nav className="site-nav" aria-label={appText.navigation}>
      <ul>
        {areas.map(({ path, label }) => (
          <li key={path}>
            <Link href={path} {...(path === current?.path && { 'aria-current': 'true' as const })}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOutButton(): ReactElement {
  const [leaving, setLeaving] = useState(false);
  const [asked, setAsked] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setAsked(0);
    setLeaving(true);
    setFault(null);
    try {
      await signOut();
    } catch (error) {
      setFault(error);
    }
    setLeaving(false);
  };
  return (
    <>
      <button
        type="button"
        className="app-header__link"
        disabled={leaving}
        onClick={() => {
          const unsent = unsentHere();
          if (unsent > 0) setAsked(unsent);
          else void leave();
        }}
      >
        {leaving ? appText.signingOut : appText.signOut}
      </button>
      <ConfirmDialog
        open={asked > 0}
        title={appText.unsentTitle(asked)}
        confirm={appText.leaveAnyway}
        cancel={appText.stay}
        onConfirm={() => void leave()}
        onCancel={() => setAsked(0)}
      >
        <p>{appText.unsentBody}</p>
      </ConfirmDialog>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={() => void leave()} />}
    </>
  );
}
