import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../platform/fault-notice.tsx';
import { signOut } from '../platform/session.ts';
import { type Unsent, unsentHere } from '../platform/unsent.ts';
import { appText } from '../text/id/app.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

const NOTHING: Unsent = { kept: 0, onlyHere: 0, unkept: 0, files: 0, filesOnlyHere: 0 };

/** Puts the store out of reach; asks first where something of it is on the screen and nowhere else. */
export function LockButton({ lock }: { readonly lock: () => void }): ReactElement {
  const [unkept, setUnkept] = useState(0);
  return (
    <>
      <button
        type="button"
        className="app-header__link"
        onClick={() => {
          const unsent = unsentHere();
          if (unsent.unkept > 0) setUnkept(unsent.unkept);
          else lock();
        }}
      >
        {appText.lock}
      </button>
      <ConfirmDialog
        open={unkept > 0}
        title={appText.unkeptTitle(unkept)}
        confirm={appText.lockAnyway}
        cancel={appText.stay}
        onConfirm={lock}
        onCancel={() => setUnkept(0)}
      >
        <p>{appText.unkeptBody}</p>
      </ConfirmDialog>
    </>
  );
}

/** Says first what would be left behind, and where it is then. */
export function SignOutButton(): ReactElement {
  const [leaving, setLeaving] = useState(false);
  const [asked, setAsked] = useState(NOTHING);
  const [fault, setFault] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setAsked(NOTHING);
    setLeaving(true);
    setFault(null);
    try {
      await signOut();
    } catch (error) {
      setFault(error);
    }
    setLeaving(false);
  };
  const { kept, onlyHere, unkept, files, filesOnlyHere } = asked;
  const [keptAll, inPage] = [kept + files, onlyHere + filesOnlyHere];
  return (
    <>
      <button
        type="button"
        className="app-header__link"
        disabled={leaving}
        onClick={() => {
          const unsent = unsentHere();
          if (total(unsent) > 0) setAsked(unsent);
          else void leave();
        }}
      >
        {leaving ? appText.signingOut : appText.signOut}
      </button>
      <ConfirmDialog
        open={total(asked) > 0}
        title={
          keptAll + inPage > 0
            ? appText.unsentTitle(kept + onlyHere + unkept, files + filesOnlyHere)
            : appText.unkeptTitle(unkept)
        }
        confirm={inPage + unkept > 0 ? appText.leaveAnyway : appText.signOut}
        cancel={appText.stay}
        onConfirm={() => void leave()}
        onCancel={() => setAsked(NOTHING)}
      >
        {unkept > 0 && keptAll > 0 ? <p>{appText.unkeptAmong(unkept)}</p> : null}
        {unkept > 0 ? <p>{appText.unkeptBody}</p> : null}
        {inPage > 0 ? <p>{appText.unsentBody}</p> : null}
        {keptAll > 0 ? <p>{appText.unsentKept(files)}</p> : null}
      </ConfirmDialog>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={() => void leave()} />}
    </>
  );
}

function total({ kept, onlyHere, unkept, files, filesOnlyHere }: Unsent): number {
  return kept + onlyHere + unkept + files + filesOnlyHere;
}
