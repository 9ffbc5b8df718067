import type { Lot } from '@patuh/shared/contracts/second-visits';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

import { lotText as text } from '../../text/id/plan.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { teamsPath } from './paths.ts';

interface LotResultProps {
  readonly lot: Lot;
  readonly comparison: string | null;
  readonly province: string;
}

/** What was drawn, and all that is needed to draw it again. */
export function LotResult({ lot, comparison, province }: LotResultProps): ReactElement {
  return (
    <>
      {lot.number === 1 ? null : <h2>{text.later(lot.number - 1)}</h2>}
      <p>{text.drawn(lot.drawnBy, formatMoment(lot.drawnAt))}</p>
      {lot.units.length === 0 ? (
        <p>{text.nobody(lot.candidates)}</p>
      ) : (
        <Drawn lot={lot} {...{ comparison, province }} />
      )}
      <Proof lot={lot} />
    </>
  );
}

function Drawn({ lot, comparison, province }: LotResultProps): ReactElement {
  return (
    <>
      <p>
        <strong>{text.secret}</strong>
      </p>
      <DataTable
        cards
        caption={text.caption}
        head={
          <>
            <Column number>{text.order}</Column>
            <Column>{text.unit}</Column>
            <Column>{text.government}</Column>
            <Column>{text.team}</Column>
          </>
        }
      >
        {lot.units.map(({ id, name, government, secondTeam, closed }, index) => (
          <Row key={id}>
            <Cell number label={text.order}>
              {index + 1}
            </Cell>
            <RowHead>{name}</RowHead>
            <Cell label={text.government}>{government}</Cell>
            <Cell label={text.team}>{closed ? text.closed : (secondTeam ?? text.noTeam)}</Cell>
          </Row>
        ))}
      </DataTable>
      {comparison === null ? null : (
        <p>
          <Link className="button" href={teamsPath(comparison, province)}>
            {text.toTeams}
          </Link>
        </p>
      )}
    </>
  );
}

function Proof({ lot }: Pick<LotResultProps, 'lot'>): ReactElement {
  return (
    <details className="plan-proof">
      <summary>{text.proof}</summary>
      <dl className="plan-facts">
        <Fact name={text.rule}>{lot.rule}</Fact>
        <Fact name={text.seed}>
          <code>{lot.seed}</code>
        </Fact>
        <Fact name={text.percent}>{lot.percent} %</Fact>
        <Fact name={text.candidates}>{lot.candidates}</Fact>
        <Fact name={text.hash}>
          <code>{lot.candidatesHash}</code>
        </Fact>
      </dl>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
