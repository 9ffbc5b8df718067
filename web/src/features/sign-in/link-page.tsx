import type { Me } from '@patuh/shared/contracts/sign-in';
import type { ReactElement } from 'react';

import { AppPage } from '../../ui/app-page.tsx';

export function LinkPage({ homeOf }: { readonly homeOf: (me: Me) => string }): ReactElement {
  return <AppPage title="Tautan">{String(homeOf)}</AppPage>;
}
