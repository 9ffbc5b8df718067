import { exportPlan, planTemplate } from '@patuh/shared/contracts/plan-file';
import { type ReactElement, useState } from 'react';

import { download } from '../../platform/download.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { planUnitsText } from '../../text/id/plan-units.ts';
import type { PlanOf } from './plan-units-model.ts';

const text = planUnitsText.downloads;
const FORMATS = ['xlsx', 'csv'] as const;

/** The plan, and an empty file to fill in. */
export function PlanUnitsDownloads({ of, year }: { readonly of: PlanOf; readonly year: number }): ReactElement {
  const [fault, setFault] = useState<unknown>(null);
  const fetchFile = (contract: typeof exportPlan, name: string, format: 'csv' | 'xlsx'): void => {
    setFault(null);
    download(contract, { params: { ...of, format } }, `${name}.${format}`).catch(setFault);
  };
  return (
    <div role="group" aria-label={text.title} className="plan-units__downloads">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button button--quiet"
          onClick={() => fetchFile(planTemplate, `templat-rencana-${of.province}`, format)}
        >
          {text.template(format.toUpperCase())}
        </button>
      ))}
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button button--quiet"
          onClick={() => fetchFile(exportPlan, `rencana-${of.province}-${year}`, format)}
        >
          {text.plan(format.toUpperCase())}
        </button>
      ))}
      {fault === null ? null : <FaultNotice fault={fault} />}
    </div>
  );
}
