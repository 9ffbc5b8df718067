import type { SeasonDevice } from '@patuh/shared/contracts/season';
import { daysSince } from '@patuh/shared/season/silent-devices';
import { type ReactElement, useId } from 'react';

import { agoWords } from '../../text/id/fresh.ts';
import { seasonText } from '../../text/id/season.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import type { Season } from './season-page.tsx';

const text = seasonText.devices;

/** Who is to be called, with a message to send; below it every device of the teams. */
export function SeasonDevices({ season }: { readonly season: Season }): ReactElement {
  const heading = useId();
  const silent = season.devices.filter((device) => device.silent);
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{silent.length === 0 ? text.caption : text.silent(silent.length)}</h2>
      {silent.length === 0 ? <p>{text.nobody}</p> : null}
      <ul className="season-silent">
        {silent.map((device) => (
          <li key={keyOf(device)} className="panel">
            <Silent device={device} at={season.at} />
          </li>
        ))}
      </ul>
      {season.devices.length === 0 ? null : <AllDevices season={season} />}
    </section>
  );
}

/** Two devices of one person are heard from at different moments. */
function keyOf({ personId, device, heardAt }: SeasonDevice): string {
  return `${personId} ${device ?? ''} ${heardAt ?? ''}`;
}

function Silent({ device, at }: { readonly device: SeasonDevice; readonly at: string }): ReactElement {
  const field = useId();
  const { person, heardAt } = device;
  const days = heardAt === null ? null : daysSince(heardAt, Date.parse(at));
  return (
    <>
      <p>
        <strong>{person}</strong> · {device.team}
        {device.left ? ` (${text.left})` : ''}
      </p>
      <p>{factsOf(device, at).join('; ')}.</p>
      <details>
        <summary>{text.message(person)}</summary>
        <CopyText
          id={field}
          text={text.text({ person, device: device.device, days })}
          label={text.message(person)}
          button={text.copy}
          copied={text.copied}
          selected={text.selected}
          rows={6}
        />
      </details>
    </>
  );
}

function factsOf(device: SeasonDevice, at: string): readonly string[] {
  const { heardAt, unitsBegun } = device;
  const name = heardAt === null ? text.none : (device.device ?? text.unnamed);
  return [
    name,
    ...(heardAt === null ? [] : [text.heard(agoWords(heardAt, at))]),
    ...unsentOf(device, at),
    ...(unitsBegun === 0 ? [] : [text.begun(unitsBegun)]),
  ];
}

function unsentOf({ waiting, oldestWaitingAt, filesWaiting }: SeasonDevice, at: string): readonly string[] {
  const since = oldestWaitingAt === null ? '' : `, ${text.since(agoWords(oldestWaitingAt, at))}`;
  return [
    ...(waiting === 0 ? [] : [`${text.waiting(waiting)}${since}`]),
    ...(filesWaiting === 0 ? [] : [text.files(filesWaiting)]),
  ];
}

function AllDevices({ season: { devices, devicesFound, at } }: { readonly season: Season }): ReactElement {
  const { columns } = text;
  return (
    <details className="season-devices">
      <summary>{text.all(devicesFound)}</summary>
      {devices.length < devicesFound ? <p>{text.more(devices.length, devicesFound)}</p> : null}
      <DataTable
        cards
        captionHidden
        caption={text.caption}
        head={
          <>
            <Column>{columns.person}</Column>
            <Column>{columns.device}</Column>
            <Column>{columns.heard}</Column>
            <Column>{columns.waiting}</Column>
          </>
        }
      >
        {devices.map((device) => (
          <Row key={keyOf(device)}>
            <RowHead>
              {device.person}
              <span className="season-note">
                {device.team}
                {device.left ? ` (${text.left})` : ''}
              </span>
            </RowHead>
            <Cell label={columns.device}>{device.heardAt === null ? text.none : (device.device ?? text.unnamed)}</Cell>
            <Cell label={columns.heard}>
              {device.heardAt === null ? seasonText.never : agoWords(device.heardAt, at)}
            </Cell>
            <Cell label={columns.waiting}>{unsentOf(device, at).join('; ') || text.nothing}</Cell>
          </Row>
        ))}
      </DataTable>
    </details>
  );
}
