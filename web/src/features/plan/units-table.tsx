import type { RegisterUnit, UnitRegister } from '@patuh/shared/contracts/units';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { unitsText as text } from '../../text/id/units.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { ALL_UNITS_PATH } from './paths.ts';

interface TableProps extends Pick<UnitRegister, 'governments'> {
  /** Somebody looks for something, or there is little to see: nothing is folded. */
  readonly open: boolean;
}

/** Each government behind its own heading; one without any unit is named too. */
export function UnitsTable({ governments, open }: TableProps): ReactElement {
  return (
    <>
      {governments.map(({ code, name, units }) => (
        <details key={`${code} ${String(open)}`} className="plan-units__government" open={open}>
          <summary>
            <h2>{name}</h2>{' '}
            {units.length === 0 ? <Tag>{text.none}</Tag> : <span className="soft">{text.units(units.length)}</span>}
          </summary>
          {units.length === 0 ? null : (
            <DataTable
              cards
              caption={text.caption(name, units.length)}
              captionHidden
              head={
                <>
                  <Column>{text.columns.unit}</Column>
                  <Column>{text.columns.address}</Column>
                  <Column>{text.columns.assessed}</Column>
                </>
              }
            >
              {units.map((unit) => (
                <UnitRow key={unit.id} unit={unit} />
              ))}
            </DataTable>
          )}
        </details>
      ))}
    </>
  );
}

function UnitRow({ unit }: { readonly unit: RegisterUnit }): ReactElement {
  const { columns } = text;
  return (
    <Row>
      <RowHead>
        <Link href={`${ALL_UNITS_PATH}/${unit.id}`}>{unit.name}</Link>
        <span className="plan-units__kind">{unit.kindName}</span>
        {unit.closedAt === null ? null : <Tag>{text.closed}</Tag>}
      </RowHead>
      <Cell label={columns.address}>{unit.address ?? <span className="soft">{text.noAddress}</span>}</Cell>
      <Cell label={columns.assessed}>{unit.assessed.length === 0 ? text.never : text.years(unit.assessed)}</Cell>
    </Row>
  );
}
