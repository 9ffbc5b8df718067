import { getUnitPlan, type PlannedUnit, recordNotAssessedByOffice } from '@patuh/shared/contracts/units';
import { NotAssessedReason } from '@patuh/shared/domain/assessment';
import { type ReactElement, useState } from 'react';

import { useAction } from '../../platform/query.tsx';
import { NOT_ASSESSED_WORDS } from '../../text/id/assessment-words.ts';
import { planUnitsText } from '../../text/id/plan-units.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { PlanFaultNotice, usePlanRefresh } from './plan-units-fault.tsx';

const text = planUnitsText.absence;
const SHORTEST = 10;

interface AbsenceProps {
  readonly unit: PlannedUnit;
  readonly onEnd: () => void;
}

/** The office says that a unit will not be assessed, why, and where it knows it from. */
export function PlanUnitsAbsence({ unit, onEnd }: AbsenceProps): ReactElement {
  const [reason, setReason] = useState<NotAssessedReason>('unreachable');
  const [note, setNote] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(recordNotAssessedByOffice, [getUnitPlan]);
  const refresh = usePlanRefresh();
  const wrong = (said: string): string | undefined => (tried && isShort(said) ? text.short : undefined);
  const send = (): void => {
    setTried(true);
    const { assessment } = unit;
    if (assessment === null || isShort(note) || isShort(source)) return;
    action.mutate(
      { params: { assessmentId: assessment.id }, body: { version: assessment.version, reason, note, source } },
      { onSuccess: onEnd, onError: refresh },
    );
  };
  return (
    <ConfirmDialog
      open
      title={text.title(unit.name)}
      confirm={text.save}
      cancel={planUnitsText.cancel}
      busy={action.isPending}
      onCancel={onEnd}
      onConfirm={send}
    >
      <p>{text.body}</p>
      <PlanFaultNotice fault={action.error} />
      <SelectField
        label={text.reason}
        value={reason}
        onChange={(event) => setReason(NotAssessedReason.parse(event.currentTarget.value))}
      >
        {Object.entries(NOT_ASSESSED_WORDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={text.note}
        hint={text.noteHint}
        maxLength={600}
        value={note}
        error={wrong(note)}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextArea
        label={text.source}
        hint={text.sourceHint}
        maxLength={300}
        rows={2}
        value={source}
        error={wrong(source)}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function isShort(said: string): boolean {
  return said.trim().length < SHORTEST;
}
