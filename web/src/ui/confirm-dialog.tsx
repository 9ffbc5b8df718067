import type { ReactElement, ReactNode } from 'react';

import { ModalDialog } from './modal-dialog.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The verb itself, like “Keluarkan”, never “OK”. */
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly busy?: boolean;
  /** What will happen; may hold fields and a `FaultNotice`. */
  readonly children: ReactNode;
}

/** A question before something that cannot simply be taken back. Escape and the cancel button close it. */
export function ConfirmDialog({
  open,
  title,
  confirm,
  cancel,
  onConfirm,
  onCancel,
  busy = false,
  children,
}: ConfirmDialogProps): ReactElement | null {
  if (!open) return null;
  return (
    <ModalDialog title={title} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        <div className="actions">
          <button type="submit" className="button" disabled={busy}>
            {confirm}
          </button>
          <button type="button" className="button button--quiet" onClick={onCancel}>
            {cancel}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
