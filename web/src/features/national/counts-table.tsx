import type { NationalCounts } from '@patuh/shared/contracts/national';
import { ZONES } from '@patuh/shared/domain/zone';
import type { ReactElement } from 'react';

import { nationalText as text } from '../../text/id/national.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount, formatPercent } from '../../ui/number.ts';
import { oddPercentSum } from '../../ui/percent-sum.ts';
import { pointsText } from '../../ui/points.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { ZONE_TEXT } from '../../text/id/zones.ts';

type Counts = NationalCounts['total'];

/** Counts per kind, each percentage over its own row, with the remark where rounded parts do not sum to 100. */
export function CountsTable({ national }: { readonly national: NationalCounts }): ReactElement {
  const rows = [
    ...national.kinds.map((row) => ({ name: text.kinds[row.kind], row })),
    { name: text.total, row: national.total },
  ];
  const remarks = rows.flatMap(({ name, row }) => {
    const sum = oddPercentSum(row);
    return sum === null ? [] : [text.roundingRow(name, sumText(sum))];
  });
  return (
    <>
      <DataTable
        cards
        caption={text.caption(national.year)}
        className="national-counts national-counts--total"
        head={
          <>
            <Column>{text.kind}</Column>
            <Column number>{text.assessed}</Column>
            {ZONES.map((zone) => (
              <Column key={zone} number>
                <ZoneBadge zone={zone} />
              </Column>
            ))}
          </>
        }
      >
        {rows.map(({ name, row }) => (
          <CountsRow key={name} name={name} row={row} />
        ))}
      </DataTable>
      <p className="small soft">{text.percentOf}</p>
      {remarks.map((remark) => (
        <p key={remark} className="small soft">
          {remark}
        </p>
      ))}
    </>
  );
}

function CountsRow({ name, row }: { readonly name: string; readonly row: Counts }): ReactElement {
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell label={text.assessed} number>
        {formatCount(row.assessed)}
      </Cell>
      {ZONES.map((zone) => (
        <Cell key={zone} label={ZONE_TEXT[zone].word} number>
          <span>
            <strong>{formatCount(row[zone].count)}</strong>
            {row[zone].percent === null ? null : (
              <span className="national-counts__percent">{formatPercent(row[zone].percent)}</span>
            )}
          </span>
        </Cell>
      ))}
    </Row>
  );
}

/** 10001 → `100,01`. */
function sumText(hundredths: number): string {
  return hundredths > 10_000 ? `100,${String(hundredths - 10_000).padStart(2, '0')}` : pointsText(hundredths);
}
