import { getUnitHistory, type UnitHistory } from '@patuh/shared/contracts/units';
import { UnitId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';
import { Link, Redirect } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { UNIT_EVENT, unitsText as text } from '../../text/id/units.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatDay, formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { ALL_UNITS_PATH } from './paths.ts';
import { UnitsChanges } from './units-changes.tsx';
import { degreesText } from './units-model.ts';

/** One permanent unit: as it is, what may be changed, and everything that happened to it. */
export function UnitPage({ unitId }: { readonly unitId: string }): ReactElement {
  const id = UnitId.safeParse(unitId);
  return id.success ? <Known unitId={id.data} /> : <Redirect to={ALL_UNITS_PATH} replace />;
}

function Known({ unitId }: { readonly unitId: UnitId }): ReactElement {
  const history = useAnswer(getUnitHistory, { params: { unitId } });
  return (
    <Answer of={history}>
      {(view) => (
        <AppPage
          title={view.unit.name}
          lead={`${view.unit.kindName}, ${view.government.name}`}
          above={
            <Link className="back" href={`${ALL_UNITS_PATH}?provinsi=${view.province}`}>
              {text.back}
            </Link>
          }
        >
          <Facts view={view} />
          {view.mayChange ? <UnitsChanges view={view} /> : null}
          <Events view={view} />
        </AppPage>
      )}
    </Answer>
  );
}

function Facts({ view: { unit, government } }: { readonly view: UnitHistory }): ReactElement {
  const { facts } = text;
  const { address, coordinates, assessed, closedAt, kindName } = unit;
  const pairs: readonly (readonly [string, string])[] = [
    [facts.government, government.name],
    [facts.kind, kindName],
    [facts.address, address ?? facts.unknown],
    [facts.coordinates, placeText(coordinates) ?? facts.unknown],
    [facts.assessed, assessed.length === 0 ? text.never : text.years(assessed)],
  ];
  return (
    <section aria-label={facts.title}>
      {closedAt === null ? null : (
        <Notice>
          <p>{text.since(formatDay(closedAt))}</p>
        </Notice>
      )}
      <dl className="fact-list">
        {pairs.map(([name, value]) => (
          <div key={name} className="fact-list__pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Event = UnitHistory['events'][number];

function Events({ view: { events } }: { readonly view: UnitHistory }): ReactElement {
  return (
    <section className="section">
      <h2>{text.history}</h2>
      {events.length === 0 ? (
        <p className="soft">{text.noHistory}</p>
      ) : (
        <ol className="plan-units__history">
          {events.map((event) => (
            <li key={`${event.at} ${event.kind}`}>
              <p>
                <strong>{UNIT_EVENT[event.kind]}</strong>{' '}
                <span className="soft">{text.by(event.by ?? '', formatMoment(event.at)).replace(/^, /u, '')}</span>
              </p>
              <Difference event={event} />
              {event.other === null ? null : (
                <p>
                  {text.other}: <Link href={`${ALL_UNITS_PATH}/${event.other.id}`}>{event.other.name}</Link>
                </p>
              )}
              {event.reason === null ? null : <p>{event.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Difference({ event: { before, after } }: { readonly event: Event }): ReactElement | null {
  if (before === null || after === null) return null;
  const [was, is] = [factsText(before), factsText(after)];
  if (was === '' && is === '') return null;
  return (
    <p>
      {text.before}: {was === '' ? text.facts.unknown : was}. {text.after}: {is === '' ? text.facts.unknown : is}.
    </p>
  );
}

function factsText({ government, name, address, coordinates }: NonNullable<Event['before']>): string {
  return [government, name, address, placeText(coordinates ?? null)]
    .filter((part) => typeof part === 'string')
    .join('; ');
}

function placeText(coordinates: UnitHistory['unit']['coordinates']): string | null {
  if (coordinates === null) return null;
  return text.coordinates(degreesText(coordinates.latitude), degreesText(coordinates.longitude));
}
