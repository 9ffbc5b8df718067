import type { DutyTable, DutyUnit } from '@patuh/shared/contracts/duties';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { planDutiesText as text } from '../../text/id/plan-duties.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { PlanDutiesChoice, PlanDutiesDay } from './plan-duties-choice.tsx';
import type { Wishes } from './plan-duties-model.ts';

export interface DutiesTableProps {
  readonly table: DutyTable;
  readonly wishes: Wishes;
  readonly chosen: ReadonlySet<AssessmentId>;
  readonly onWish: (wishes: Wishes) => void;
  readonly onChoose: (chosen: ReadonlySet<AssessmentId>) => void;
}

/** One table per government. */
export function PlanDutiesTable(props: DutiesTableProps): ReactElement {
  const governments = [...Map.groupBy(props.table.units, ({ government }) => government.code).values()];
  return (
    <>
      {governments.map((units) => (
        <Government key={units[0]?.government.code} units={units} {...props} />
      ))}
    </>
  );
}

function Government({ units, ...props }: DutiesTableProps & { readonly units: readonly DutyUnit[] }): ReactElement {
  const { table, chosen, onChoose } = props;
  const { columns } = text;
  const name = units[0]?.government.name ?? '';
  const ids = units.map(({ assessmentId }) => assessmentId);
  const all = ids.every((id) => chosen.has(id));
  return (
    <DataTable
      cards
      className="plan-duties"
      caption={text.caption(name, units.length)}
      head={
        <>
          <Column>
            {table.mayAssign ? (
              <label className="plan-duties__tick">
                <input
                  type="checkbox"
                  aria-label={text.chooseAll(name)}
                  checked={all}
                  onChange={() => onChoose(all ? without(chosen, ids) : new Set([...chosen, ...ids]))}
                />
                {columns.unit}
              </label>
            ) : (
              columns.unit
            )}
          </Column>
          <Column>{columns.team}</Column>
          <Column>{columns.state}</Column>
          <Column>{columns.verifier}</Column>
          <Column>{columns.due}</Column>
        </>
      }
    >
      {units.map((unit) => (
        <UnitRow key={unit.assessmentId} unit={unit} {...props} />
      ))}
    </DataTable>
  );
}

function UnitRow({ unit, ...props }: DutiesTableProps & { readonly unit: DutyUnit }): ReactElement {
  const { table, chosen, onChoose } = props;
  const { columns } = text;
  const { assessmentId: id, unitName } = unit;
  return (
    <Row>
      <RowHead>
        <span className="plan-duties__tick">
          {table.mayAssign ? (
            <input
              type="checkbox"
              aria-label={text.chooseUnit(unitName)}
              checked={chosen.has(id)}
              onChange={() => onChoose(chosen.has(id) ? without(chosen, [id]) : new Set([...chosen, id]))}
            />
          ) : null}
          <Link href={`/kantor/unit/${id}`}>{unitName}</Link>
        </span>
      </RowHead>
      <Cell label={columns.team}>{unit.team}</Cell>
      <Cell label={columns.state}>{STATE_WORDS[unit.state]}</Cell>
      <Cell label={columns.verifier}>
        <PlanDutiesChoice unit={unit} {...props} />
      </Cell>
      <Cell label={columns.due}>
        <PlanDutiesDay unit={unit} {...props} />
      </Cell>
    </Row>
  );
}

function without(chosen: ReadonlySet<AssessmentId>, ids: readonly AssessmentId[]): ReadonlySet<AssessmentId> {
  return new Set([...chosen].filter((id) => !ids.includes(id)));
}
