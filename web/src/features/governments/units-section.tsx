import type { GovernmentResult } from '@patuh/shared/contracts/governments';
import type { ReactElement } from 'react';

import { computedText, unitRemark } from '../../text/id/computed-results.ts';
import { governmentsText as text } from '../../text/id/governments.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { meanParts, meanSentence, sumText } from '../../ui/mean.ts';
import { formatScore, toHundredths } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';

/** The published unit scores and how their mean becomes the government's score. */
export function UnitsSection({ known }: { readonly known: GovernmentResult }): ReactElement | null {
  const { units, unitRemarks, year, result } = known;
  const mean = meanParts((units ?? []).map(({ score }) => ({ score: toHundredths(score), weight: 1 })));
  if (units === null || mean === undefined) return null;
  return (
    <section className="section" aria-labelledby="unit">
      <h2 id="unit">{text.unitsTitle(year)}</h2>
      <p>{text.unitsExplained}</p>
      <DataTable
        caption={text.unitsCaption(units.length)}
        className="government-units"
        head={
          <>
            <Column>{text.unit}</Column>
            <Column number>{text.score}</Column>
          </>
        }
      >
        {units.map(({ name, score }) => (
          <Row key={name}>
            <RowHead>{name}</RowHead>
            <Cell number>{formatScore(score)}</Cell>
          </Row>
        ))}
        <Row>
          <RowHead>{text.unitsSum}</RowHead>
          <Cell number>{sumText(mean.sum)}</Cell>
        </Row>
        <Row>
          <RowHead>{text.unitsMean}</RowHead>
          <Cell number>{pointsText(mean.rounded)}</Cell>
        </Row>
      </DataTable>
      <p className="government-mean number">{meanSentence(mean)}</p>
      {unitRemarks.length === 0 ? null : (
        <>
          <h3>{computedText.remarksTitle}</h3>
          <ul>
            {unitRemarks.map((remark) => (
              <li key={unitRemark(remark)}>{unitRemark(remark)}</li>
            ))}
          </ul>
        </>
      )}
      {result.score === null || toHundredths(result.score) === mean.rounded ? null : (
        <p>{text.unitsDiffer(pointsText(mean.rounded), formatScore(result.score))}</p>
      )}
    </section>
  );
}
