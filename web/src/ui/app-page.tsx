import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { SITE_NAME } from '../text/id/layout.ts';

interface AppPageProps {
  /** Also the title of the window. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** What stands above the heading: the way back. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** Whether a page was shown before in this document: the first one is announced by the browser itself. */
let arrived = false;

/** A screen of the app: sets the title of the window and, when one arrives from another screen, the focus and the scroll. */
export function AppPage({ title, lead, above, children }: AppPageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${SITE_NAME}`;
  }, [title]);
  useEffect(() => {
    if (arrived) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    arrived = true;
  }, []);
  return (
    <>
      {above}
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </header>
      {children}
    </>
  );
}
