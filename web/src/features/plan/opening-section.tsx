import { getPeriod, listPeriods, openPeriod, type PeriodView } from '@patuh/shared/contracts/periods';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { periodText as text } from '../../text/id/plan.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useReadAnew } from './use-seen.ts';

/** The one step that cannot be taken back: the field sees the period. */
export function OpeningSection({ period }: { readonly period: PeriodView }): ReactElement {
  const [asking, setAsking] = useState(false);
  const action = useAction(openPeriod, [getPeriod, listPeriods]);
  useReadAnew(action.error);
  const waiting = period.plans.reduce((sum, { units, assigned }) => sum + units - assigned, 0);
  const open = (): void =>
    action.mutate(
      { params: { periodId: period.id }, body: { seen: period.version } },
      { onSuccess: () => setAsking(false) },
    );
  return (
    <>
      <p>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {text.open}
        </button>
      </p>
      <ConfirmDialog
        open={asking}
        title={text.openTitle}
        confirm={action.isPending ? text.saving : text.openConfirm}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={open}
        onCancel={() => setAsking(false)}
      >
        <p>{text.openBody}</p>
        {waiting === 0 ? null : <p>{text.openUnassigned(waiting)}</p>}
        {action.error === null ? null : <FaultNotice fault={action.error} />}
      </ConfirmDialog>
    </>
  );
}
