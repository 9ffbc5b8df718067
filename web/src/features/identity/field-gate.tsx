import { Fragment, type ReactElement, type ReactNode, useEffect, useState } from 'react';

import { useAtWork } from '../../platform/identity/at-work.ts';
import { arrive } from '../../platform/identity/entrance.ts';
import { ArrivedNote } from './arrived-note.tsx';
import { Closed } from './closed.tsx';
import { SignInAgain } from './sign-in-again.tsx';

interface FieldGateProps {
  /** What whoever has no store here, or has to sign in first, sees instead. */
  readonly elsewhere: ReactNode;
  readonly children: ReactNode;
}

/** Shows the field to whoever opened their store, and everybody else the way to open one. */
export function FieldGate({ elsewhere, children }: FieldGateProps): ReactElement {
  const working = useAtWork();
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    arrive().catch(setFault);
  }, []);
  // A fault of ours, which the boundary above tells: never a page that opens for ever.
  if (fault !== undefined) throw new Error('The field did not open', { cause: fault });
  if (working === undefined) return <Closed elsewhere={elsewhere} />;
  return (
    <Fragment key={working.person.personId}>
      <SignInAgain {...working} />
      <ArrivedNote {...working} />
      {children}
    </Fragment>
  );
}
