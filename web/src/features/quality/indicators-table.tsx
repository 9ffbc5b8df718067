import type { Quality } from '@patuh/shared/contracts/quality';
import type { ReactElement } from 'react';

import { qualityText } from '../../text/id/quality.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/number.ts';
import { formatAlpha } from './alpha-words.ts';
import { shareOf } from './collectors-table.tsx';

const text = qualityText.indicators;
const people = qualityText.people;

/** The least agreement first: those are taught again, or worded anew. */
export function IndicatorsTable({
  indicators,
  showsAgreement,
}: Pick<Quality, 'indicators'> & { readonly showsAgreement: boolean }): ReactElement | null {
  // Said above already, of the people.
  if (indicators.every(({ answers }) => answers === 0)) return null;
  const sorted = indicators.toSorted((one, other) => (one.agreement?.alpha ?? 2) - (other.agreement?.alpha ?? 2));
  return (
    <section className="section" aria-labelledby="mutu-indikator">
      <h2 id="mutu-indikator">{text.title}</h2>
      <DataTable
        caption={text.title}
        captionHidden
        cards
        head={
          <>
            <Column>{text.name}</Column>
            <Column number>{people.answers}</Column>
            <Column number>{people.tempo}</Column>
            <Column number>{people.top}</Column>
            {showsAgreement ? <Column number>{text.agreement}</Column> : null}
          </>
        }
      >
        {sorted.map(({ indicatorId, name, answers, medianSeconds, top, agreement }) => (
          <Row key={indicatorId}>
            <RowHead>{name}</RowHead>
            <Cell number label={people.answers}>
              {formatCount(answers)}
            </Cell>
            <Cell number label={people.tempo}>
              {medianSeconds === null ? '–' : people.seconds(medianSeconds)}
            </Cell>
            <Cell number label={people.top}>
              {shareOf(top, answers)}
            </Cell>
            {showsAgreement ? (
              <Cell number label={text.agreement}>
                {agreement === null ? text.none : formatAlpha(agreement.alpha)}
              </Cell>
            ) : null}
          </Row>
        ))}
      </DataTable>
      {showsAgreement ? <p className="small soft">{text.hint}</p> : null}
    </section>
  );
}
