import { type ReactElement, type ReactNode, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { unitsText } from '../../text/id/units.ts';
import { Notice } from '../../ui/notice.tsx';
import { isChangedMeanwhile } from './plan-units-fault.tsx';
import { isReasonShort, ReasonField } from './units-fields.tsx';

interface ChangeFormProps {
  readonly title: string;
  readonly body?: string;
  readonly save: string;
  readonly danger?: boolean;
  /** How what was sent last went. */
  readonly action: { readonly isPending: boolean; readonly error: unknown; readonly isSuccess: boolean };
  /** Called with a reason that is long enough; answers whether the rest was right too, so that it was sent. */
  readonly onSend: (reason: string) => void;
  /** Gets whether somebody tried to send, from when on faults are shown. */
  readonly children?: (tried: boolean) => ReactNode;
}

/** One change with its reason. What was typed stays where somebody else was first. */
export function ChangeForm({ title, body, save, action, ...rest }: ChangeFormProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { danger = false, onSend, children } = rest;
  return (
    <details className="panel">
      <summary>
        <strong>{title}</strong>
      </summary>
      {body === undefined ? null : <p>{body}</p>}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isReasonShort(reason)) onSend(reason);
        }}
      >
        <div role="status">
          <ChangeFault fault={action.error} />
          {action.isSuccess ? <p>{unitsText.saved}</p> : null}
        </div>
        {children?.(tried)}
        <ReasonField value={reason} tried={tried} onChange={setReason} />
        <div className="actions">
          <button type="submit" className={danger ? 'button button--danger' : 'button'} disabled={action.isPending}>
            {action.isPending ? unitsText.saving : save}
          </button>
        </div>
      </form>
    </details>
  );
}

function ChangeFault({ fault }: { readonly fault: unknown }): ReactElement | null {
  if (fault === null) return null;
  if (!isChangedMeanwhile(fault)) return <FaultNotice fault={fault} />;
  return (
    <Notice tone="caution" title={unitsText.changedTitle}>
      <p>{unitsText.changedBody}</p>
    </Notice>
  );
}
