import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Indicator } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { resultsText as text } from '../../text/id/results.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';

interface DistributionViewProps {
  readonly indicator: Indicator;
  readonly distribution: UnitResult['distributions'][number];
}

const WIDTH = 100;
const HEIGHT = 10;

/** How many users chose each level and what it says, the highest first; or why that is not shown. */
export function DistributionView({ indicator, distribution }: DistributionViewProps): ReactElement {
  const { counts, users } = distribution;
  if (counts === null) return <p>{text.suppressed}</p>;
  return (
    <DataTable
      caption={text.distributionCaption}
      captionHidden
      cards
      className="distribution"
      head={
        <>
          <Column>{text.levelColumn}</Column>
          <Column>{text.usersColumn}</Column>
        </>
      }
    >
      {indicator.levels.toReversed().map(({ level, text: words }) => {
        const count = counts[level] ?? 0;
        return (
          <Row key={level}>
            <RowHead>
              {text.lastLevel(level)} <span className="distribution__words">{words}</span>
            </RowHead>
            <Cell>
              <svg
                className="distribution__bar"
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect className="distribution__all" width={WIDTH} height={HEIGHT} />
                <rect
                  className="distribution__part"
                  width={users === 0 ? 0 : (WIDTH * count) / users}
                  height={HEIGHT}
                />
              </svg>
              <span className="number">{text.chosen(count, users)}</span>
            </Cell>
          </Row>
        );
      })}
    </DataTable>
  );
}
