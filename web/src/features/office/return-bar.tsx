import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { getOfficeAssessment, returnPoints } from '@patuh/shared/contracts/verification';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction, useReadAgain } from '../../platform/query.tsx';
import { unitText } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { placeName } from './place-name.ts';
import { placeKey, type UnitModel } from './unit-model.ts';
import { isTooShort, type Returns } from './use-returns.ts';

const text = unitText.returning;

interface ReturnBarProps {
  readonly model: UnitModel;
  readonly returns: Returns;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
}

/** How many points are marked, and the way to give them back, all at once: from then on the unit is the team’s. */
export function ReturnBar({ model, returns, asking, onAsk }: ReturnBarProps): ReactElement | null {
  const count = returns.marked.length;
  if (count === 0) return null;
  return (
    <div className="desk-returns" role="region" aria-label={text.bar(count)}>
      <p role="status">{text.bar(count)}</p>
      <button type="button" className="button" onClick={() => onAsk(true)}>
        {text.button(count)} <kbd>S</kbd>
      </button>
      {asking ? <ReturnDialog model={model} returns={returns} onClose={() => onAsk(false)} /> : null}
    </div>
  );
}

function ReturnDialog({
  model,
  returns,
  onClose,
}: Pick<ReturnBarProps, 'model' | 'returns'> & { readonly onClose: () => void }): ReactElement {
  const [tried, setTried] = useState(false);
  const action = useAction(returnPoints, [getOfficeAssessment, listOfficeUnits]);
  const readAgain = useReadAgain(getOfficeAssessment);
  const { id, version, state } = model.office.assessment;
  const { marked } = returns;
  const send = (): void => {
    setTried(true);
    if (marked.some(({ reason }) => isTooShort(reason))) return;
    const points = marked.map(({ indicatorId, subjectId, reason }) => ({ indicatorId, subjectId, reason }));
    action.mutate(
      { params: { assessmentId: id }, body: { version, points } },
      {
        onSuccess: () => {
          returns.drop(marked);
          onClose();
        },
        // What was typed stays; the screen behind shows what came in between.
        onError: readAgain,
      },
    );
  };
  return (
    <ConfirmDialog
      open
      title={text.title(marked.length)}
      confirm={text.button(marked.length)}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <p>{text.body}</p>
      {state === 'verified' || state === 'final' ? <p>{text.verified}</p> : null}
      {marked.map((one) => (
        <div key={placeKey(one)} className="office-reason">
          <TextArea
            label={placeName(model, one)}
            value={one.reason}
            error={tried && isTooShort(one.reason) ? text.tooShort : undefined}
            maxLength={1_000}
            rows={2}
            onChange={(event) => returns.write(one, event.currentTarget.value)}
          />
        </div>
      ))}
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}
