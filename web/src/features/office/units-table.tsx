import type { OfficeUnit } from '@patuh/shared/contracts/office-units';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { officeText as text } from '../../text/id/office.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatCount, formatDate, formatScore } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { StateChip } from '../../platform/state-chip.tsx';
import { isHandedIn, type UnitGroup } from './units-list.ts';

/** One table for the reader’s duties and one per government: what stands where, and what is open in it. */
export function UnitsTable({ groups }: { readonly groups: readonly UnitGroup[] }): ReactElement {
  return (
    <>
      {groups.map(({ key, government, units }) => (
        <DataTable
          key={key}
          cards
          className="office-units"
          caption={government === null ? text.ownDuties(units.length) : text.caption(government.name, units.length)}
          head={
            <>
              <Column>{text.columns.unit}</Column>
              <Column>{text.columns.state}</Column>
              <Column>{text.columns.duty}</Column>
              <Column number>{text.columns.answers}</Column>
              <Column number>{text.columns.users}</Column>
              <Column number>{text.columns.points}</Column>
              <Column number>{text.columns.late}</Column>
              <Column number>{text.columns.score}</Column>
            </>
          }
        >
          {units.map((unit) => (
            <UnitRow key={unit.assessmentId} unit={unit} withGovernment={government === null} />
          ))}
        </DataTable>
      ))}
    </>
  );
}

interface UnitRowProps {
  readonly unit: OfficeUnit;
  /** Where the table is not that of one government. */
  readonly withGovernment: boolean;
}

function UnitRow({ unit, withGovernment }: UnitRowProps): ReactElement {
  const { columns } = text;
  return (
    <Row>
      <RowHead>
        <Link href={`/kantor/unit/${unit.assessmentId}`}>{unit.unitName}</Link>
        <span className="office-units__kind">
          {withGovernment ? `${unit.government.name} · ` : ''}
          {unit.unitKindName === unit.unitName ? '' : `${unit.unitKindName} · `}
          {unit.team}
        </span>
        {unit.collectedByMe ? <Tag>{text.collectedByMe}</Tag> : null}
      </RowHead>
      <Cell label={columns.state}>
        <div>
          <StateChip state={unit.state} />
          <StateNote unit={unit} />
        </div>
      </Cell>
      <Cell label={columns.duty} {...(unit.duty === null && NONE)}>
        <DutyNote unit={unit} />
      </Cell>
      <Cell label={columns.answers} number>
        <span>
          {text.answered(unit.answered, unit.expected)}
          {isHandedIn(unit.state) && unit.filesOutstanding > 0 ? (
            <span className="office-flag">{text.filesOutstanding(unit.filesOutstanding)}</span>
          ) : null}
        </span>
      </Cell>
      <Cell label={columns.users} number>
        <Users unit={unit} />
      </Cell>
      <Cell label={columns.points} number {...(unit.openPoints === 0 && NONE)}>
        {count(unit.openPoints)}
      </Cell>
      <Cell label={columns.late} number {...(unit.lateChanges === 0 && NONE)}>
        {count(unit.lateChanges)}
      </Cell>
      <Cell label={columns.score} number {...(unit.score === null && NONE)}>
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

/** Takes no line of a card on a phone. */
const NONE = { className: 'cell--none' };

function StateNote({ unit }: { readonly unit: OfficeUnit }): ReactElement | null {
  if (unit.notAssessedNote !== null) return <p className="office-units__note">{unit.notAssessedNote}</p>;
  if (unit.state !== 'submitted' || unit.submittedAt === null) return null;
  return <p className="office-units__note">{text.submittedAt(formatMoment(unit.submittedAt))}</p>;
}

function DutyNote({ unit: { duty, state } }: { readonly unit: OfficeUnit }): ReactElement | string {
  if (duty === null) return text.none;
  const { name, dueOn, daysLeft } = duty;
  const isDue = state === 'submitted' && dueOn !== null && daysLeft !== null;
  return (
    <span>
      {name}
      {isDue ? (
        <span className={daysLeft < 0 ? 'office-flag office-flag--left' : 'office-units__note'}>
          {text.due(formatDate(dueOn), daysLeft)}
        </span>
      ) : null}
    </span>
  );
}

function Users({ unit: { users, state } }: { readonly unit: OfficeUnit }): ReactElement {
  const flag = users.interviewed < users.minimum ? text.tooFewUsers : text.fewUsers;
  return (
    <span>
      {text.users(users.interviewed, users.target)}
      {isHandedIn(state) && users.interviewed < users.target ? <span className="office-flag">{flag}</span> : null}
    </span>
  );
}

function count(value: number): string {
  return value === 0 ? text.none : formatCount(value);
}
