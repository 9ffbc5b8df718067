import type { Line } from '@patuh/shared/scoring/breakdown';
import type { ReactElement } from 'react';

import { resultsText as text } from '../../text/id/results.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDifference } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { shareText } from './explain.ts';

interface LinesTableProps {
  readonly caption: string;
  readonly lines: readonly Line[];
  /** What the lines add up to, in hundredths of a point. */
  readonly display: number;
  /** What they lack to it, in hundredths; may be negative. */
  readonly rounding: number;
}

/** Value × weight = contribution, line by line; with the rounding the column adds up to the last digit. */
export function LinesTable({ caption, lines, display, rounding }: LinesTableProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      captionHidden
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
      {lines.map((line) => (
        <Row key={line.id}>
          <RowHead>{line.name}</RowHead>
          <Cell number>{line.node === 'not-applicable' ? text.notApplicable : pointsText(line.display)}</Cell>
          <Cell number>{line.node === 'not-applicable' ? '–' : shareText(line.share)}</Cell>
          <Cell number>{line.node === 'not-applicable' ? '–' : pointsText(line.contributionDisplay)}</Cell>
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
          <strong>{pointsText(display)}</strong>
        </Cell>
      </Row>
    </DataTable>
  );
}
