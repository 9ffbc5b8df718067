import type { FieldDevice } from '@patuh/shared/contracts/people';
import type { ReactElement } from 'react';

import { peopleText } from '../../text/id/people.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';

const text = peopleText.person.devices;

/** The devices that keep what somebody entered, with what they had not sent when they were last heard. */
export function FieldDevices({ devices }: { readonly devices: readonly FieldDevice[] }): ReactElement {
  if (devices.length === 0) return <p className="soft">{text.fieldNone}</p>;
  const head = (
    <>
      <Column>{text.device}</Column>
      <Column>{text.exchanged}</Column>
      <Column>{text.waiting}</Column>
    </>
  );
  return (
    <DataTable caption={text.fieldCaption} captionHidden cards head={head}>
      {devices.map(({ id, name, exchangedAt, waiting }) => (
        <Row key={id}>
          <RowHead>{name ?? text.nameless}</RowHead>
          <Cell label={text.exchanged}>{exchangedAt === null ? peopleText.never : formatMoment(exchangedAt)}</Cell>
          <Cell label={text.waiting}>{waitingText(waiting)}</Cell>
        </Row>
      ))}
    </DataTable>
  );
}

function waitingText(waiting: number | null): string {
  if (waiting === null) return text.waitingUnknown;
  return waiting === 0 ? text.waitingNone : text.entries(waiting);
}
