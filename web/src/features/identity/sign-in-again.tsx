import { type ReactElement, Suspense, useState, useSyncExternalStore } from 'react';

import type { AtWork } from '../../platform/identity/at-work.ts';
import { useSession } from '../../platform/session.ts';
import { identityText } from '../../text/id/identity.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { SignInInPlace } from './later-pages.ts';

const words = identityText.signIn;

/**
 * The sign-in of whoever works here ran out: says so above the page, and asks for the password over it. What is on the
 * page and half typed stays; sending goes on by itself.
 */
export function SignInAgain({ person, desk }: AtWork): ReactElement | null {
  const { exchange, journal } = useSyncExternalStore(desk.subscribe, desk.state);
  const [open, setOpen] = useState(false);
  const session = useSession();
  const isBack = session.kind === 'signed-in' && session.me.personId === person.personId;
  const needed = exchange.ending?.kind === 'signed-out';
  // A try that fails in between takes no half typed password away.
  if (isBack || !(needed || open)) return null;
  const close = (): void => setOpen(false);
  return (
    <>
      <div className="notice notice--caution sign-in-again" role="status">
        <p>{journal.waiting > 0 ? words.notice(journal.waiting) : words.noticeNothing}</p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.open}
        </button>
      </div>
      {open ? (
        <ModalDialog title={words.title} onCancel={close}>
          <p>{words.body}</p>
          <Suspense fallback={null}>
            <SignInInPlace person={person} email={person.email} cancel={words.cancel} onCancel={close} />
          </Suspense>
        </ModalDialog>
      ) : null}
    </>
  );
}
