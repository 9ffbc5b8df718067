import type { ReactElement } from 'react';

import { layoutText } from '../text/id/layout.ts';

export interface Crumb {
  readonly label: string;
  /** Missing for the page itself, which comes last. */
  readonly href?: string;
}

/** Where the page stands, from the home page down. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }): ReactElement {
  return (
    <nav className="breadcrumb" aria-label={layoutText.breadcrumb}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={label}>
            {href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
