import type { OfficeUnit } from '@patuh/shared/contracts/verification';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { officeText as text } from '../../text/id/office.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatCount, formatScore } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { StateChip } from './state-chip.tsx';
import { byGovernment } from './units-list.ts';

/** One table per government: what stands where, and what is open in it. */
export function UnitsTable({ units }: { readonly units: readonly OfficeUnit[] }): ReactElement {
  return (
    <>
      {byGovernment(units).map(({ government, units: own }) => (
        <DataTable
          key={government.code}
          cards
          className="office-units"
          caption={text.caption(government.name, own.length)}
          head={
            <>
              <Column>{text.columns.unit}</Column>
              <Column>{text.columns.state}</Column>
              <Column number>{text.columns.answers}</Column>
              <Column number>{text.columns.users}</Column>
              <Column number>{text.columns.points}</Column>
              <Column number>{text.columns.late}</Column>
              <Column number>{text.columns.score}</Column>
            </>
          }
        >
          {own.map((unit) => (
            <UnitRow key={unit.assessmentId} unit={unit} />
          ))}
        </DataTable>
      ))}
    </>
  );
}

function UnitRow({ unit }: { readonly unit: OfficeUnit }): ReactElement {
  const { columns } = text;
  return (
    <Row>
      <RowHead>
        <Link href={`/kantor/unit/${unit.assessmentId}`}>{unit.unitName}</Link>
        <span className="office-units__kind">
          {unit.unitKindName} · {unit.team}
        </span>
        {unit.collectedByMe ? <Tag>{text.collectedByMe}</Tag> : null}
      </RowHead>
      <Cell label={columns.state}>
        <div>
          <StateChip state={unit.state} />
          <StateNote unit={unit} />
        </div>
      </Cell>
      <Cell label={columns.answers} number>
        {text.answered(unit.answered, unit.expected)}
      </Cell>
      <Cell label={columns.users} number>
        <Users unit={unit} />
      </Cell>
      <Cell label={columns.points} number>
        {count(unit.openPoints)}
      </Cell>
      <Cell label={columns.late} number>
        {count(unit.lateChanges)}
      </Cell>
      <Cell label={columns.score} number>
        {unit.score === null ? (
          text.none
        ) : (
          <span className="office-units__score">
            <strong>{formatScore(unit.score)}</strong> <ZoneBadge zone={unit.zone} />
          </span>
        )}
      </Cell>
    </Row>
  );
}

function StateNote({ unit }: { readonly unit: OfficeUnit }): ReactElement | null {
  if (unit.notAssessedNote !== null) return <p className="office-units__note">{unit.notAssessedNote}</p>;
  if (unit.state !== 'submitted' || unit.submittedAt === null) return null;
  return <p className="office-units__note">{text.submittedAt(formatMoment(unit.submittedAt))}</p>;
}

function Users({ unit: { users, state } }: { readonly unit: OfficeUnit }): ReactElement {
  const isHandedIn = !['assigned', 'in-progress', 'not-assessed'].includes(state);
  const flag = users.interviewed < users.minimum ? text.tooFewUsers : text.fewUsers;
  return (
    <span>
      {text.users(users.interviewed, users.target)}
      {isHandedIn && users.interviewed < users.target ? <span className="office-flag">{flag}</span> : null}
    </span>
  );
}

function count(value: number): string {
  return value === 0 ? text.none : formatCount(value);
}
