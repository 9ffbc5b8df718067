import type { ReactElement } from 'react';

import { loadingText } from '../text/id/loading.ts';

/** Appears only after 300 ms (in app.css): what is there sooner needs no sign. */
export function Loading({ label = loadingText.loading }: { readonly label?: string }): ReactElement {
  return (
    <p className="loading" role="status">
      <span className="loading__mark" aria-hidden="true" />
      {label}
    </p>
  );
}
