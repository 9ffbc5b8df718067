import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { unitText as text } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { DeskDoings } from './use-desk-acts.ts';

/** Before the last section is accepted: with it the unit is verified and its score computed. */
export function LastStep({ section }: Pick<DeskDoings, 'section'>): ReactElement {
  return (
    <ConfirmDialog
      open={section.asking}
      title={text.accept.lastTitle}
      confirm={text.accept.last}
      cancel={text.cancel}
      busy={section.busy}
      onConfirm={section.confirm}
      onCancel={section.cancel}
    >
      <p>{text.accept.lastBody}</p>
      {section.fault === null ? null : <FaultNotice fault={section.fault} />}
    </ConfirmDialog>
  );
}
