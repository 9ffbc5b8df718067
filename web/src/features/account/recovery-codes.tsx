import { type ReactElement, useEffect, useRef, useState } from 'react';

import { accountText } from '../../text/id/account.ts';
import { CopyText } from '../../ui/copy-text.tsx';

const text = accountText.factor;

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** Shown this once: one goes on only after saying that they are kept. */
export function RecoveryCodes({ codes, onSaved }: RecoveryCodesProps): ReactElement {
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="panel recovery-codes">
      <h3 ref={heading} tabIndex={-1}>
        {text.codesTitle}
      </h3>
      <p>{text.codesBody}</p>
      <CopyText
        id="kode-pemulihan"
        text={codes.join('\n')}
        label={text.codesLabel}
        button={text.copy}
        copied={text.copied}
        selected={text.selected}
        rows={codes.length}
      />
      <p className="actions">
        <button type="button" className="button button--quiet" onClick={() => window.print()}>
          {text.print}
        </button>
      </p>
      <label className="check">
        <input type="checkbox" checked={saved} onChange={(event) => setSaved(event.target.checked)} />
        {text.saved}
      </label>
      <p>
        <button type="button" className="button" disabled={!saved} onClick={onSaved}>
          {text.done}
        </button>
      </p>
    </div>
  );
}
