import type { SeasonUnit } from '@patuh/shared/contracts/season';
import { type ReactElement, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';

import { StateChip } from '../../platform/state-chip.tsx';
import { agoWords } from '../../text/id/fresh.ts';
import { seasonText as text } from '../../text/id/season.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount, formatDate } from '../../ui/number.ts';
import type { Season } from './season-page.tsx';
import { withGovernment } from './season-query.ts';

interface SeasonUnitsProps {
  readonly season: Season;
  readonly government: string | undefined;
}

/** The units of the government that was opened; whoever opens one arrives at its heading. */
export function SeasonUnits({ season, government }: SeasonUnitsProps): ReactElement | null {
  const [search] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const { units, tiles } = season;
  // Until the units of another government are here, those of the one before are.
  const isHere = units !== null && units.every((unit) => unit.government.code === government);
  useArrival(heading, government, isHere);
  const name = tiles.find((tile) => tile.government.code === government)?.government.name;
  if (government === undefined || !isHere) return null;
  return (
    <section className="section season-units" aria-labelledby="season-units">
      <h3 id="season-units" ref={heading} tabIndex={-1}>
        {text.units(name ?? government)}
      </h3>
      {units.length === 0 ? <p>{text.noUnits}</p> : <Units season={season} units={units} name={name ?? government} />}
      <p>
        <Link className="button button--quiet" href={withGovernment(search, null)}>
          {text.close}
        </Link>
      </p>
    </section>
  );
}

/** Moves the focus once what was asked for is there; what is opened with the page leaves it alone. */
function useArrival(
  heading: { readonly current: HTMLHeadingElement | null },
  government: string | undefined,
  isHere: boolean,
): void {
  const arrivedAt = useRef(government);
  useEffect(() => {
    if (arrivedAt.current === government || (government !== undefined && !isHere)) return;
    arrivedAt.current = government;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  });
}

interface UnitsProps {
  readonly season: Season;
  readonly units: readonly SeasonUnit[];
  readonly name: string;
}

function Units({ season, units, name }: UnitsProps): ReactElement {
  const { columns } = text;
  return (
    <DataTable
      cards
      captionHidden
      caption={text.units(name)}
      head={
        <>
          <Column>{columns.unit}</Column>
          <Column>{columns.state}</Column>
          <Column number>{columns.answers}</Column>
          <Column number>{columns.files}</Column>
          <Column>{columns.change}</Column>
          <Column>{columns.contact}</Column>
          <Column>{columns.verifier}</Column>
        </>
      }
    >
      {units.map((unit) => (
        <UnitRow key={unit.unitName} unit={unit} season={season} />
      ))}
    </DataTable>
  );
}

function UnitRow({ unit, season }: { readonly unit: SeasonUnit; readonly season: Season }): ReactElement {
  const { columns } = text;
  const { at, scope } = season;
  // What is assessed a second time, blind, is on no desk.
  const hasDesk = unit.assessmentId !== null && scope?.kind !== 'comparison';
  return (
    <Row>
      <RowHead>
        {hasDesk ? <Link href={`/kantor/unit/${unit.assessmentId}`}>{unit.unitName}</Link> : unit.unitName}
        <span className="season-note">
          {unit.unitKindName === unit.unitName ? '' : `${unit.unitKindName} · `}
          {unit.team ?? text.withoutTeam}
        </span>
      </RowHead>
      <Cell label={columns.state}>{unit.state === null ? text.withoutTeam : <StateChip state={unit.state} />}</Cell>
      <Cell label={columns.answers} number>
        {text.answered(unit.answered, unit.expected)}
      </Cell>
      <Cell
        label={columns.files}
        number
        {...(unit.filesOutstanding === 0 && unit.conflicts === 0 && { className: 'cell--none' })}
      >
        <span>
          {unit.filesOutstanding === 0 ? text.none : formatCount(unit.filesOutstanding)}
          {unit.conflicts === 0 ? null : <span className="season-note">{text.conflicts(unit.conflicts)}</span>}
        </span>
      </Cell>
      <Cell label={columns.change}>{unit.lastChangeAt === null ? text.none : agoWords(unit.lastChangeAt, at)}</Cell>
      <Cell label={columns.contact}>
        <span>
          {unit.heardAt === null ? text.never : agoWords(unit.heardAt, at)}
          {unit.oldestWaitingAt === null ? null : (
            <span className="season-note season-note--caution">
              {text.waitingSince(agoWords(unit.oldestWaitingAt, at))}
            </span>
          )}
        </span>
      </Cell>
      <Cell label={columns.verifier}>
        <span>
          {unit.verifier ?? text.none}
          {unit.dueOn === null || unit.state !== 'submitted' ? null : (
            <span className="season-note">{text.due(formatDate(unit.dueOn))}</span>
          )}
        </span>
      </Cell>
    </Row>
  );
}
