import { getPeriod } from '@patuh/shared/contracts/periods';
import { checkPlanFile, MOST_FILE_BYTES, type PlanFileOutcome, takePlanFile } from '@patuh/shared/contracts/plan-file';
import { getLastSeason, getRegister, getUnitPlan } from '@patuh/shared/contracts/units';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { toBase64 } from '../../platform/vault/seal.ts';
import { planUnitsText } from '../../text/id/plan-units.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isChangedMeanwhile, usePlanRefresh } from './plan-units-fault.tsx';
import type { PlanOf } from './plan-units-model.ts';
import { PlanUnitsOutcome } from './plan-units-outcome.tsx';

const text = planUnitsText.file;

interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

/** Units from a CSV or XLSX file: first what would happen, then exactly that. */
export function PlanUnitsFile({ of }: { readonly of: PlanOf }): ReactElement {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [wrong, setWrong] = useState<string>();
  const [outcome, setOutcome] = useState<PlanFileOutcome | null>(null);
  const check = useAction(checkPlanFile);
  const take = useAction(takePlanFile, [getUnitPlan, getLastSeason, getRegister, getPeriod]);
  const refresh = usePlanRefresh();
  const params = { periodId: of.periodId };

  const choose = async (chosen: File | undefined): Promise<void> => {
    setOutcome(null);
    check.reset();
    take.reset();
    setFile(null);
    setWrong(chosen !== undefined && chosen.size > MOST_FILE_BYTES ? text.tooLarge : undefined);
    if (chosen === undefined || chosen.size === 0 || chosen.size > MOST_FILE_BYTES) return;
    try {
      setFile({ name: chosen.name, content: await base64Of(chosen) });
    } catch {
      setWrong(text.unreadable);
    }
  };
  const checkIt = (): void => {
    take.reset();
    if (file !== null) check.mutate({ params, body: { province: of.province, file } }, { onSuccess: setOutcome });
  };
  const takeIt = (version: number, checked: string): void => {
    if (file === null) return;
    const end = (): void => setOutcome(null);
    take.mutate(
      { params, body: { province: of.province, file, version, checked } },
      {
        onSuccess: end,
        onError: () => {
          end();
          refresh();
        },
      },
    );
  };
  const { data: taken } = take;
  return (
    <details className="panel">
      <summary>
        <strong>{text.title}</strong>
      </summary>
      <p>{text.body}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          checkIt();
        }}
      >
        <Field label={text.choose} hint={text.hint} error={wrong}>
          {(tied) => (
            <input
              {...tied}
              type="file"
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
        <div className="actions">
          <button type="submit" className="button" disabled={file === null || check.isPending}>
            {check.isPending ? text.checking : text.check}
          </button>
        </div>
      </form>
      <div role="status" className="plan-units__said">
        {check.error === null ? null : <FaultNotice fault={check.error} />}
        {take.error === null ? null : <TakeFault fault={take.error} />}
        {taken === undefined ? null : (
          <Notice>
            <p>{text.taken(taken.registered, taken.planned, taken.assigned)}</p>
          </Notice>
        )}
        {outcome === null ? null : <PlanUnitsOutcome outcome={outcome} busy={take.isPending} onTake={takeIt} />}
      </div>
    </details>
  );
}

function TakeFault({ fault }: { readonly fault: unknown }): ReactElement {
  if (!isChangedMeanwhile(fault)) return <FaultNotice fault={fault} />;
  return (
    <Notice tone="caution">
      <p>{text.changed}</p>
    </Notice>
  );
}

async function base64Of(file: Blob): Promise<string> {
  return toBase64(new Uint8Array(await file.arrayBuffer()));
}
