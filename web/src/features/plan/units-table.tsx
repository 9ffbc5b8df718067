import type { RegisterUnit, UnitRegister } from '@patuh/shared/contracts/units';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { unitsText as text } from '../../text/id/units.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { ALL_UNITS_PATH } from './paths.ts';

/** One table per government; one without any unit is named too. */
export function UnitsTable({ governments }: Pick<UnitRegister, 'governments'>): ReactElement {
  return (
    <>
      {governments.map(({ code, name, units }) =>
        units.length === 0 ? (
          <section key={code}>
            <h2>{name}</h2>
            <p className="soft">{text.none}</p>
          </section>
        ) : (
          <DataTable
            key={code}
            cards
            caption={text.caption(name, units.length)}
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
        ),
      )}
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
