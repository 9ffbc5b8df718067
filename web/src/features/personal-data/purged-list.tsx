import type { Purged } from '@patuh/shared/contracts/personal-data';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { personalDataText as text } from '../../text/id/personal-data.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';

interface PurgedListProps {
  readonly id: string;
  /** Whose audit has the events. */
  readonly office: string;
  readonly purged: readonly Purged[];
}

/** What was taken away, newest first, each with its event. */
export function PurgedList({ id, office, purged }: PurgedListProps): ReactElement {
  const { purgedColumns: columns } = text;
  const head = (
    <>
      <Column>{columns.at}</Column>
      <Column>{columns.kind}</Column>
      <Column>{columns.period}</Column>
      <Column>{columns.what}</Column>
      <Column>{columns.trail}</Column>
    </>
  );
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{text.purged}</h2>
      {purged.length === 0 ? (
        <p>{text.nothingPurged}</p>
      ) : (
        <DataTable caption={text.purged} captionHidden cards head={head}>
          {purged.map(({ id: purge, at, kind, period, entries, files, bytes }) => (
            <Row key={purge}>
              <RowHead>{formatMoment(at)}</RowHead>
              <Cell label={columns.kind}>{text.kinds[kind]}</Cell>
              <Cell label={columns.period}>{period?.name ?? text.noPeriod}</Cell>
              <Cell label={columns.what}>{text.figures(entries, files, bytes)}</Cell>
              <Cell label={columns.trail}>
                <Link href={`/kantor/jejak?kantor=${office}&tentang=${purge}`}>{text.trail}</Link>
              </Cell>
            </Row>
          ))}
        </DataTable>
      )}
    </section>
  );
}
