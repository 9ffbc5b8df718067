import { useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';

/** Labels come from the feature that uses it, so that the part itself says nothing. */
export interface CopyTextProps {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly button: string;
  readonly copied: string;
  /** Where the browser does not let us copy: the text is selected instead. */
  readonly selected: string;
  readonly rows: number;
}

/** A text to take away: a read-only field that can be selected without JavaScript, and a button that copies it. */
export function CopyText({ id, text, label, button, copied, selected, rows }: CopyTextProps): ReactElement {
  const [message, setMessage] = useState('');
  // A button that would do nothing is not shown; its place is kept, so that nothing jumps when it comes.
  const alive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setMessage(copied);
    } catch {
      selectField(id);
      setMessage(selected);
    }
  };

  return (
    <div className="copy-text">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={rows} value={text} />
      <div className="copy-text__actions">
        <button type="button" className="button button--quiet" hidden={!alive} onClick={() => void copy()}>
          {button}
        </button>
        <span role="status">{message}</span>
      </div>
    </div>
  );
}

function neverChanges(): () => void {
  return () => undefined;
}

function selectField(id: string): void {
  const field = document.getElementById(id);
  if (field instanceof HTMLTextAreaElement) {
    field.focus();
    field.select();
  }
}
