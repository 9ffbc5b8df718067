import type { RetentionLength } from '@patuh/shared/contracts/personal-data';
import { RETENTION } from '@patuh/shared/domain/retention';
import type { ReactElement } from 'react';

import { personalDataText as text } from '../../text/id/personal-data.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDay } from '../../ui/moment.ts';
import { ChangeLength } from './change-length.tsx';

interface LengthsProps {
  readonly lengths: readonly RetentionLength[];
  readonly mayChange: boolean;
}

/** How long each kind is kept; the national office changes it here. */
export function Lengths({ lengths, mayChange }: LengthsProps): ReactElement {
  const { lengthColumns: columns } = text;
  const head = (
    <>
      <Column>{columns.kind}</Column>
      <Column>{columns.months}</Column>
      <Column>{columns.from}</Column>
      <Column>{columns.changed}</Column>
    </>
  );
  return (
    <section className="section" aria-labelledby="lama">
      <h2 id="lama">{text.lengths}</h2>
      <DataTable caption={text.lengths} captionHidden cards head={head}>
        {lengths.map(({ kind, months, changedBy, changedAt }) => (
          <Row key={kind}>
            <RowHead>{text.kinds[kind]}</RowHead>
            <Cell label={columns.months}>{text.months(months)}</Cell>
            <Cell label={columns.from}>{text.from[RETENTION[kind].from]}</Cell>
            <Cell label={columns.changed}>
              {changedBy === null || changedAt === null
                ? text.byDefault
                : text.decided(changedBy, formatDay(changedAt))}
            </Cell>
          </Row>
        ))}
      </DataTable>
      {mayChange ? <ChangeLength lengths={lengths} /> : null}
    </section>
  );
}
