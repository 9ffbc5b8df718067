import type { PlanFileOutcome, PlanLine } from '@patuh/shared/contracts/plan-file';
import { type ReactElement, useState } from 'react';

import { planUnitsText } from '../../text/id/plan-units.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';

const text = planUnitsText.file;
type Refused = Extract<PlanFileOutcome, { readonly kind: 'refused' }>;
type Ready = Extract<PlanFileOutcome, { readonly kind: 'ready' }>;

interface OutcomeProps {
  readonly outcome: PlanFileOutcome;
  readonly busy: boolean;
  readonly onTake: (version: number, checked: string) => void;
}

/** Every place that must be mended, or what will happen and the button that lets it. */
export function PlanUnitsOutcome({ outcome, busy, onTake }: OutcomeProps): ReactElement {
  if (outcome.kind === 'refused') return <Faults {...outcome} />;
  return <Lines outcome={outcome} busy={busy} onTake={() => onTake(outcome.version, outcome.checked)} />;
}

function Faults({ faults, more }: Omit<Refused, 'kind'>): ReactElement {
  const { columns } = text;
  return (
    <>
      <Notice tone="caution" title={text.refusedTitle}>
        <p>{text.refused(faults.length + more)}</p>
      </Notice>
      <DataTable
        cards
        caption={text.faultsCaption}
        captionHidden
        head={
          <>
            <Column>{columns.row}</Column>
            <Column>{columns.column}</Column>
            <Column>{columns.value}</Column>
            <Column>{columns.message}</Column>
          </>
        }
      >
        {faults.map(({ sheet, row, column, value, message }) => (
          <Row key={`${row ?? ''} ${column ?? ''} ${message}`}>
            <RowHead>{row === null ? text.whole : text.row(sheet, row)}</RowHead>
            <Cell label={columns.column}>{column ?? planUnitsText.never}</Cell>
            <Cell label={columns.value}>{value === null || value === '' ? planUnitsText.never : value}</Cell>
            <Cell label={columns.message}>{message}</Cell>
          </Row>
        ))}
      </DataTable>
      {more === 0 ? null : <p>{text.more(more)}</p>}
    </>
  );
}

function Lines({
  outcome: { lines },
  busy,
  onTake,
}: Pick<OutcomeProps, 'busy'> & { readonly outcome: Ready; readonly onTake: () => void }): ReactElement {
  const [onlyRemarked, setOnlyRemarked] = useState(false);
  const remarked = lines.filter(({ remarks }) => remarks.length > 0);
  const count = (what: PlanLine['what']): number => lines.filter((line) => line.what === what).length;
  const changesNothing = lines.every(({ what, team }) => what === 'planned' && team === null);
  return (
    <>
      <Notice title={text.readyTitle}>
        <p>{changesNothing ? text.nothing : text.ready(count('new'), count('known'), count('planned'))}</p>
      </Notice>
      <div className="actions">
        <button type="button" className="button" disabled={busy || changesNothing} onClick={onTake}>
          {busy ? text.taking : text.take}
        </button>
        {remarked.length === 0 ? null : (
          <label className="check">
            <input
              type="checkbox"
              checked={onlyRemarked}
              onChange={(event) => setOnlyRemarked(event.currentTarget.checked)}
            />
            {text.onlyRemarked}
          </label>
        )}
      </div>
      <LinesTable lines={onlyRemarked ? remarked : lines} />
    </>
  );
}

function LinesTable({ lines }: { readonly lines: readonly PlanLine[] }): ReactElement {
  const columns = text.lineColumns;
  return (
    <DataTable
      cards
      caption={text.linesCaption}
      head={
        <>
          <Column>{columns.unit}</Column>
          <Column number>{columns.row}</Column>
          <Column>{columns.what}</Column>
          <Column>{columns.team}</Column>
          <Column>{columns.remarks}</Column>
        </>
      }
    >
      {lines.map(({ row, name, kindName, government, what, team, remarks }) => (
        <Row key={row}>
          <RowHead>
            {name}
            <span className="plan-units__kind">
              {kindName} · {government.name}
            </span>
          </RowHead>
          <Cell label={columns.row} number>
            {row}
          </Cell>
          <Cell label={columns.what}>{text.what[what]}</Cell>
          <Cell label={columns.team}>{team ?? planUnitsText.never}</Cell>
          <Cell label={columns.remarks}>{remarks.length === 0 ? planUnitsText.never : remarks.join(' ')}</Cell>
        </Row>
      ))}
    </DataTable>
  );
}
