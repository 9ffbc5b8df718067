import type { ReactElement } from 'react';

import { AppPage } from '../../ui/app-page.tsx';

export function SignInPage({ expired }: { readonly expired: boolean }): ReactElement {
  return <AppPage title="Masuk">{String(expired)}</AppPage>;
}
