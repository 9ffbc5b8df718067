import { getLastSeason, getUnitPlan, planUnits, type UnitPlan, unplanUnits } from '@patuh/shared/contracts/units';
import { getPeriod } from '@patuh/shared/contracts/periods';
import type { UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';

import { useAction } from '../../platform/query.tsx';
import { planUnitsText as text } from '../../text/id/plan-units.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { chosenIn, type PlanOf } from './plan-units-model.ts';
import { PlanUnitsTable } from './plan-units-table.tsx';
import { PlanFaultNotice, usePlanRefresh } from './plan-units-fault.tsx';

interface ChoiceProps {
  readonly of: PlanOf;
  readonly view: UnitPlan;
}

const CHANGES = [getUnitPlan, getLastSeason, getPeriod] as const;

/** All units by government; what is ticked is taken into the plan or out of it. A choice outlives somebody else's change. */
export function PlanUnitsChoice({ of, view }: ChoiceProps): ReactElement {
  const [chosen, setChosen] = useState<ReadonlySet<UnitId>>(new Set());
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const add = useAction(planUnits, CHANGES);
  const remove = useAction(unplanUnits, CHANGES);
  const refresh = usePlanRefresh();
  const { add: adding, remove: removing } = chosenIn(view, chosen);
  const toggle = (id: UnitId): void => {
    setDone('');
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  const input = (units: readonly UnitId[]) => ({
    params: { periodId: of.periodId },
    body: { province: of.province, version: view.version, units: [...units] },
  });
  const finish = (units: readonly UnitId[], words: string): void => {
    setAsking(false);
    setDone(words);
    setChosen((before) => new Set([...before].filter((id) => !units.includes(id))));
  };
  return (
    <>
      <PlanUnitsTable view={view} chosen={chosen} onToggle={toggle} />
      <div className="plan-units__bar" role="status">
        {done === '' ? null : <p>{done}</p>}
        <PlanFaultNotice fault={add.error ?? remove.error} />
        {adding.length + removing.length === 0 ? null : (
          <>
            <p>{text.bar(adding.length + removing.length)}</p>
            {adding.length === 0 ? null : (
              <button
                type="button"
                className="button"
                disabled={add.isPending}
                onClick={() =>
                  add.mutate(input(adding), {
                    onSuccess: () => finish(adding, text.done.added(adding.length)),
                    onError: refresh,
                  })
                }
              >
                {text.add(adding.length)}
              </button>
            )}
            {removing.length === 0 ? null : (
              <button type="button" className="button button--danger" onClick={() => setAsking(true)}>
                {text.remove(removing.length)}
              </button>
            )}
            <button type="button" className="button button--quiet" onClick={() => setChosen(new Set())}>
              {text.clear}
            </button>
          </>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={text.removeTitle}
        confirm={text.remove(removing.length)}
        cancel={text.cancel}
        busy={remove.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(input(removing), {
            onSuccess: () => finish(removing, text.done.removed(removing.length)),
            onError: () => {
              setAsking(false);
              refresh();
            },
          })
        }
      >
        <p>{text.removeBody}</p>
      </ConfirmDialog>
    </>
  );
}
