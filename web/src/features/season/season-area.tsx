import type { ReactElement } from 'react';

import { SeasonPage } from './season-page.tsx';

/** `/kantor/musim`: the season while it goes on. */
export function SeasonArea(): ReactElement {
  return <SeasonPage />;
}
