import type { OfficeScope } from '@patuh/shared/contracts/office-units';
import { exportSeason } from '@patuh/shared/contracts/season';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';

import { download } from '../../platform/download.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { seasonText as text } from '../../text/id/season.ts';

interface SeasonDownloadProps {
  readonly scope: OfficeScope;
  /** Whether the reader looks after more than one province. */
  readonly several: boolean;
}

/** The same as a table to work on. */
export function SeasonDownload({ scope, several }: SeasonDownloadProps): ReactElement {
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const fetchTable = async (province: ProvinceCode | 'all'): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const input = { params: { periodId: scope.periodId, province } };
      await download(exportSeason, input, text.fileName(scope.year, province === 'all' ? 'semua' : province));
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="section">
      {fault === undefined ? null : <FaultNotice fault={fault} />}
      <div className="actions">
        <button
          type="button"
          className="button button--quiet"
          disabled={busy}
          onClick={() => void fetchTable(scope.province.code)}
        >
          {busy ? text.downloading : text.download}
        </button>
        {several ? (
          <button type="button" className="button button--quiet" disabled={busy} onClick={() => void fetchTable('all')}>
            {text.downloadAll}
          </button>
        ) : null}
      </div>
    </div>
  );
}
