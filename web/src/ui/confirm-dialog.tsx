import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

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
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement | null {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  title,
  confirm,
  cancel,
  onConfirm,
  onCancel,
  busy = false,
  children,
}: ConfirmDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id="dialog-title">{title}</h2>
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
    </dialog>
  );
}
