import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { releasesText as text } from '../../text/id/releases.ts';

/** The way back to everything that one may publish. */
export function BackToAll(): ReactElement {
  return (
    <Link className="back" href="/kantor/penerbitan">
      {text.back}
    </Link>
  );
}
