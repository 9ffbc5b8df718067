import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';

import { resultsText as text } from '../../text/id/results.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatDifference, formatPercent, formatScore, toHundredths } from '../../ui/number.ts';

/** What each dimension brings, with the rounding in sight, so that the column adds up. */
export function DimensionsSection({ result }: { readonly result: GovernmentResult }): ReactElement | null {
  const { dimensions, result: judged } = result;
  if (judged === null) return null;
  const sum = dimensions.reduce((total, { contribution }) => total + toHundredths(contribution), 0);
  const rounding = toHundredths(judged.points) - sum;
  return (
    <section className="section" aria-labelledby="dimensi">
      <h2 id="dimensi">{text.dimensionsTitle}</h2>
      <p>{text.dimensionsExplained}</p>
      <DataTable
        caption={text.dimensionsCaption}
        className="result-figures"
        head={
          <>
            <Column>{text.dimension}</Column>
            <Column number>{text.points}</Column>
            <Column number>{text.weight}</Column>
            <Column number>{text.contribution}</Column>
          </>
        }
      >
        {dimensions.map(({ id, name, official, points, weight, contribution }) => (
          <Row key={id}>
            <RowHead>
              {name} {official ? null : <Tag>{text.unofficial}</Tag>}
            </RowHead>
            <Cell number>{formatScore(points)}</Cell>
            <Cell number>{formatPercent(weight)}</Cell>
            <Cell number>{formatScore(contribution)}</Cell>
          </Row>
        ))}
        {rounding === 0 ? null : (
          <Row>
            <RowHead>
              <em>{text.rounding}</em>
            </RowHead>
            <Cell />
            <Cell />
            <Cell number>{formatDifference(rounding)}</Cell>
          </Row>
        )}
        <Row>
          <RowHead>{text.total}</RowHead>
          <Cell />
          <Cell />
          <Cell number>
            <strong>{formatScore(judged.points)}</strong>
          </Cell>
        </Row>
      </DataTable>
    </section>
  );
}
