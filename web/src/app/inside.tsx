import type { ReactElement } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';

import { FaultNotice } from '../platform/fault-notice.tsx';
import { startSession, useSession } from '../platform/session.ts';
import { appText } from '../text/id/app.ts';
import { AppPage } from '../ui/app-page.tsx';
import { Loading } from '../ui/loading.tsx';
import { SignedInPages } from './signed-in-pages.tsx';
import { signInAddress } from './ways.ts';

/** What is only for somebody who is signed in, and the way there for everybody else. */
export function Inside(): ReactElement {
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
