import type { ReactElement } from 'react';
import { useLocation } from 'wouter';

import { useAtWork } from '../platform/identity/at-work.ts';
import { useSession } from '../platform/session.ts';
import { laterPart } from '../ui/later-part.tsx';
import { Loading } from '../ui/loading.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FieldDoor, isField } from './field-door.tsx';
import { Frame } from './frame.tsx';
import { Inside } from './inside.tsx';
import { UpdateNotice } from './update-notice.tsx';

const outside = laterPart(async () => (await import('./outside-field.tsx')).OutsideField);

/** The signed-in part of Patuh and the way in. */
export function App(): ReactElement {
  const session = useSession();
  const working = useAtWork();
  const [path] = useLocation();
  const me = session.kind === 'signed-in' ? session.me : null;
  // The field belongs to whose store is open; with a sign-in in between it must not be drawn anew.
  const inField = isField(path);
  return (
    <Frame me={me} working={inField ? working : undefined}>
      <UpdateNotice />
      <ErrorBoundary>
        {inField ? (
          <FieldDoor elsewhere={<Inside />} />
        ) : (
          <outside.Show meanwhile={<Loading />}>{(Outside) => <Outside />}</outside.Show>
        )}
      </ErrorBoundary>
    </Frame>
  );
}
