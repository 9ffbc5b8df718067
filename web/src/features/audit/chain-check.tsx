import type { AuditOffice } from '@patuh/shared/audit/event';
import { checkAudit } from '@patuh/shared/contracts/audit';
import { type ReactElement, useState } from 'react';

import type { CallOk } from '../../platform/call.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { call } from '../../platform/session.ts';
import { auditText as text } from '../../text/id/audit.ts';
import { Notice } from '../../ui/notice.tsx';

type Checked = CallOk<typeof checkAudit>;

/** Follows the chain event by event while somebody looks, from the first to the head. */
export function ChainCheck({ office }: { readonly office: AuditOffice }): ReactElement {
  const [checked, setChecked] = useState<Checked>();
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const follow = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    setChecked(undefined);
    try {
      let last: Checked['last'] = null;
      for (;;) {
        const found: Checked = await call(checkAudit, { params: { office }, query: last ?? {} });
        setChecked(found);
        if (found.isDone || found.fault !== null) break;
        ({ last } = found);
      }
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button button--quiet" disabled={busy} onClick={() => void follow()}>
        {text.check}
      </button>
      <div role="status">{checked === undefined ? null : <Outcome checked={checked} />}</div>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
    </>
  );
}

function Outcome({ checked: { fault, isDone, last, total } }: { readonly checked: Checked }): ReactElement {
  if (fault !== null) {
    return (
      <Notice tone="caution">
        <p>{text.broken(fault.sequence)}</p>
      </Notice>
    );
  }
  const done = last?.sequence ?? 0;
  return <p>{isDone ? text.holds(done) : text.checking(done, total)}</p>;
}
