import type { PlannedUnit, UnitPlan } from '@patuh/shared/contracts/units';
import type { UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { planUnitsText as text } from '../../text/id/plan-units.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { ALL_UNITS_PATH } from './paths.ts';
import { isRemovable, mayBeLeftOut } from './plan-units-model.ts';
import { PlanUnitsAbsence } from './plan-units-absence.tsx';

interface TableProps {
  readonly view: UnitPlan;
  readonly chosen: ReadonlySet<UnitId>;
  readonly onToggle: (id: UnitId) => void;
}

type Government = UnitPlan['governments'][number];

/** So few that one sees them all at once. */
const FEW = 3;

/** Each government behind its own heading, also where nothing is planned yet, with the units that could be. */
export function PlanUnitsTable({ view, chosen, onToggle }: TableProps): ReactElement {
  const few = view.governments.length <= FEW;
  return (
    <>
      {view.governments.map((government) => (
        <section key={government.code} aria-label={government.name}>
          <details className="plan-units__government" open={few}>
            <summary>
              <h2>{government.name}</h2> <Standing units={government.units} />
            </summary>
            {government.units.length === 0 ? null : (
              <Planned government={government} view={view} chosen={chosen} onToggle={onToggle} />
            )}
            {view.mayChange ? <Others government={government} chosen={chosen} onToggle={onToggle} /> : null}
          </details>
        </section>
      ))}
    </>
  );
}

function Standing({ units }: Pick<Government, 'units'>): ReactElement {
  const withoutTeam = units.filter(({ team }) => team === null).length;
  if (units.length === 0) return <Tag>{text.noUnits}</Tag>;
  return (
    <span className="soft">
      {text.units(units.length)}
      {withoutTeam === 0 ? '' : `, ${text.withoutTeam(withoutTeam)}`}
    </span>
  );
}

function Planned({ government, view, ...choice }: TableProps & { readonly government: Government }): ReactElement {
  const { columns } = text;
  return (
    <DataTable
      cards
      caption={text.caption(government.name, government.units.length)}
      captionHidden
      head={
        <>
          <Column>{columns.unit}</Column>
          <Column>{columns.team}</Column>
          <Column>{columns.state}</Column>
          <Column>{columns.last}</Column>
          {view.mayChange ? <Column>{columns.action}</Column> : null}
        </>
      }
    >
      {government.units.map((unit) => (
        <UnitRow key={unit.unitId} unit={unit} mayChange={view.mayChange} {...choice} />
      ))}
    </DataTable>
  );
}

interface RowProps extends Omit<TableProps, 'view'> {
  readonly unit: PlannedUnit;
  readonly mayChange: boolean;
}

function UnitRow({ unit, mayChange, chosen, onToggle }: RowProps): ReactElement {
  const { columns } = text;
  const { assessment, last } = unit;
  return (
    <Row>
      <RowHead>
        <Link href={`${ALL_UNITS_PATH}/${unit.unitId}`}>{unit.name}</Link>
        <span className="plan-units__kind">{unit.kindName}</span>
        {unit.firstTime ? <Tag>{text.firstTime}</Tag> : null}
        {unit.closed ? <Tag>{text.closed}</Tag> : null}
      </RowHead>
      <Cell label={columns.team}>{unit.team ?? <span className="soft">{text.noTeam}</span>}</Cell>
      <Cell label={columns.state}>
        {assessment === null ? (
          text.never
        ) : (
          <div>
            <Link href={`/kantor/unit/${assessment.id}`}>{STATE_WORDS[assessment.state]}</Link>
            {assessment.note === null ? null : <p className="plan-units__note">{assessment.note}</p>}
            {assessment.source === null ? null : (
              <p className="plan-units__note">{text.knownFrom(assessment.source)}</p>
            )}
          </div>
        )}
      </Cell>
      <Cell label={columns.last}>
        {last === null ? (
          text.never
        ) : (
          <span className="plan-units__last">
            {text.last(last.year)} <ZoneBadge zone={last.zone} />
          </span>
        )}
      </Cell>
      {mayChange ? (
        <Cell label={columns.action}>
          <UnitAction unit={unit} chosen={chosen} onToggle={onToggle} />
        </Cell>
      ) : null}
    </Row>
  );
}

function UnitAction({ unit, chosen, onToggle }: Omit<RowProps, 'mayChange'>): ReactElement {
  const [asking, setAsking] = useState(false);
  if (isRemovable(unit)) return <Tick unit={unit} chosen={chosen} onToggle={onToggle} name={unit.name} />;
  if (!mayBeLeftOut(unit)) return <span>{text.never}</span>;
  return (
    <>
      <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
        {text.notAssessed} <span className="visually-hidden">{unit.name}</span>
      </button>
      {asking ? <PlanUnitsAbsence unit={unit} onEnd={() => setAsking(false)} /> : null}
    </>
  );
}

function Others({ government, chosen, onToggle }: Omit<TableProps, 'view'> & { readonly government: Government }) {
  const { others, units } = government;
  if (others.length === 0)
    return <p className="small soft">{units.length === 0 ? text.nothingKnown : text.noOthers}</p>;
  return (
    <details className="plan-units__others" open={units.length === 0}>
      <summary>{text.others(others.length)}</summary>
      <ul>
        {others.map((unit) => (
          <li key={unit.unitId}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(unit.unitId)} onChange={() => onToggle(unit.unitId)} />
              <span>
                {unit.name} <span className="soft">({unit.kindName})</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TickProps extends Pick<RowProps, 'chosen' | 'onToggle'> {
  readonly unit: { readonly unitId: UnitId };
  readonly name: string;
}

function Tick({ unit, chosen, onToggle, name }: TickProps): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={chosen.has(unit.unitId)} onChange={() => onToggle(unit.unitId)} />
      <span>
        {text.pick} <span className="visually-hidden">{name}</span>
      </span>
    </label>
  );
}
