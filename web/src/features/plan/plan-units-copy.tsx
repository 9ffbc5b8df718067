import { getPeriod } from '@patuh/shared/contracts/periods';
import { getLastSeason, getUnitPlan, type LastSeason, planUnits } from '@patuh/shared/contracts/units';
import { type ReactElement, useState } from 'react';

import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { planUnitsText } from '../../text/id/plan-units.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { PlanFaultNotice, usePlanRefresh } from './plan-units-fault.tsx';
import type { PlanOf } from './plan-units-model.ts';

const text = planUnitsText.copy;

/** The units of the last season: what would come into the plan, and one button that takes it. */
export function PlanUnitsCopy({ of }: { readonly of: PlanOf }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="panel" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{text.title}</strong>
      </summary>
      {open ? <Proposal of={of} /> : null}
    </details>
  );
}

function Proposal({ of }: { readonly of: PlanOf }): ReactElement {
  const season = useAnswer(getLastSeason, { params: { periodId: of.periodId }, query: { province: of.province } });
  const action = useAction(planUnits, [getUnitPlan, getLastSeason, getPeriod]);
  const refresh = usePlanRefresh();
  return (
    <Answer of={season}>
      {(view) => {
        const taken = view.governments.flatMap((government) => government.taken.map(({ unitId }) => unitId));
        if (view.year === null) return <p>{text.none}</p>;
        return (
          <>
            <div role="status">
              {action.data === undefined || taken.length > 0 ? null : (
                <p>{planUnitsText.done.added(count(action.variables))}</p>
              )}
              <PlanFaultNotice fault={action.error} />
            </div>
            <p>{taken.length === 0 ? text.nothing : text.body(view.year)}</p>
            {view.governments.some(isWorthShowing) ? <Preview view={view} /> : null}
            {taken.length === 0 ? null : (
              <p>
                <button
                  type="button"
                  className="button"
                  disabled={action.isPending}
                  onClick={() =>
                    action.mutate(
                      {
                        params: { periodId: of.periodId },
                        body: { province: of.province, version: view.version, units: taken },
                      },
                      { onError: refresh },
                    )
                  }
                >
                  {text.take(taken.length)}
                </button>
              </p>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function count(input: { readonly body: { readonly units: readonly unknown[] } }): number {
  return input.body.units.length;
}

function Preview({ view }: { readonly view: LastSeason }): ReactElement {
  const { columns } = text;
  return (
    <DataTable
      cards
      caption={text.caption}
      captionHidden
      head={
        <>
          <Column>{columns.government}</Column>
          <Column>{columns.taken}</Column>
          <Column number>{columns.planned}</Column>
          <Column>{columns.closed}</Column>
          <Column>{columns.left}</Column>
        </>
      }
    >
      {view.governments.filter(isWorthShowing).map(({ code, name, taken, planned, closed, left }) => (
        <Row key={code}>
          <RowHead>{name}</RowHead>
          <Cell label={columns.taken}>{names(taken)}</Cell>
          <Cell label={columns.planned} number>
            {planned}
          </Cell>
          <Cell label={columns.closed}>{names(closed)}</Cell>
          <Cell label={columns.left}>{names(left)}</Cell>
        </Row>
      ))}
    </DataTable>
  );
}

/** Of the others everything is planned, or nothing is known. */
function isWorthShowing({ taken, closed, left }: LastSeason['governments'][number]): boolean {
  return taken.length + closed.length + left.length > 0;
}

function names(units: readonly { readonly name: string }[]): string {
  return units.length === 0 ? planUnitsText.never : units.map(({ name }) => name).join('; ');
}
