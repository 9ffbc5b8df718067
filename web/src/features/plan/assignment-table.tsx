import type { PlannedUnit, PlanWarning, TeamPlan } from '@patuh/shared/contracts/teams';
import type { UnitId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { byGovernment, teamName, warningsOf } from './assignment-model.ts';
import { ROW_ATTRIBUTE, type RowKeys, TABLE_CLASS } from './assignment-keys.ts';
import { TickAll } from './tick-all.tsx';

interface TableProps {
  readonly plan: TeamPlan;
  readonly units: readonly PlannedUnit[];
  readonly chosen: ReadonlySet<UnitId>;
  readonly onChoose: (ids: readonly UnitId[], chosen: boolean) => void;
  readonly keys: RowKeys;
}

/** Units by government, each with its team; one line in it has the keyboard, and the arrows move it on. */
export function AssignmentTable({ plan, units, chosen, onChoose, keys }: TableProps): ReactElement {
  const { columns } = text;
  return (
    <div className={TABLE_CLASS}>
      {byGovernment(units).map(({ code, name, units: own }) => (
        <section key={code} aria-label={name} className="assignment">
          {plan.mayChange ? (
            <TickAll
              isAside
              label={text.pickGovernment(name)}
              ids={own.map(({ id }) => id)}
              chosen={chosen}
              onChoose={onChoose}
            />
          ) : null}
          <DataTable
            cards
            caption={text.caption(name, own.length)}
            head={
              <>
                <Column>{columns.unit}</Column>
                <Column>{columns.team}</Column>
                <Column>{columns.state}</Column>
                <Column>{columns.warnings}</Column>
              </>
            }
          >
            {own.map((unit) => (
              <UnitRow key={unit.id} plan={plan} unit={unit} chosen={chosen} onChoose={onChoose} keys={keys} />
            ))}
          </DataTable>
        </section>
      ))}
    </div>
  );
}

type RowProps = Omit<TableProps, 'units'> & { readonly unit: PlannedUnit };

function UnitRow({ plan, unit, chosen, onChoose, keys }: RowProps): ReactElement {
  const { columns } = text;
  const former = unit.formerTeams.flatMap((id) => teamName(plan, id) ?? []);
  return (
    <Row>
      <RowHead>
        <UnitName plan={plan} unit={unit} chosen={chosen} onChoose={onChoose} keys={keys} />
      </RowHead>
      <Cell label={columns.team}>
        <div>
          {teamName(plan, unit.teamId) ?? <span className="soft">{text.noTeam}</span>}
          {former.length === 0 ? null : <p className="assignment__more">{text.former(former.join(', '))}</p>}
        </div>
      </Cell>
      <Cell label={columns.state}>{unit.state === null ? text.notBegun : STATE_WORDS[unit.state]}</Cell>
      <Cell label={columns.warnings}>
        <Warnings warnings={warningsOf(plan, unit.id)} />
      </Cell>
    </Row>
  );
}

function UnitName({ plan, unit, chosen, onChoose, keys }: RowProps): ReactElement {
  const name = (
    <span>
      {unit.name}
      <span className="assignment__more">{unit.kindName}</span>
      {unit.firstTime ? <Tag>{text.firstTime}</Tag> : null}
    </span>
  );
  if (!plan.mayChange) return name;
  return (
    <label className="check">
      <input
        type="checkbox"
        {...{ [ROW_ATTRIBUTE]: unit.id }}
        tabIndex={keys.current === unit.id ? 0 : -1}
        checked={chosen.has(unit.id)}
        onFocus={() => keys.onFocus(unit.id)}
        onKeyDown={keys.onKeyDown}
        onChange={({ target }) => onChoose([unit.id], target.checked)}
      />
      {name}
    </label>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly PlanWarning[] }): ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <ul className="chips">
      {warnings.map(({ key, kind, answer, person }) => (
        <li key={key} className={answer === null ? 'assignment__warning' : 'soft'}>
          {text.warningShort[kind]}
          {person === null ? '' : `: ${person.name}`}
        </li>
      ))}
    </ul>
  );
}
