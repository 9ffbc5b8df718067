import type { AuditOffice } from '@patuh/shared/audit/event';
import { exportAudit } from '@patuh/shared/contracts/audit';
import { type ReactElement, useState } from 'react';

import { download } from '../../platform/download.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { auditText as text } from '../../text/id/audit.ts';
import type { AuditQuery } from './audit-query.ts';

/** What is looked at, as a table to take away. */
export function AuditDownload({
  office,
  query,
}: {
  readonly office: AuditOffice;
  readonly query: AuditQuery;
}): ReactElement {
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const fetchTable = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await download(exportAudit, { params: { office }, query }, text.fileName(office));
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button button--quiet" disabled={busy} onClick={() => void fetchTable()}>
        {busy ? text.downloading : text.download}
      </button>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
    </>
  );
}
