import { getQuality, type Quality } from '@patuh/shared/contracts/quality';
import type { ReactElement } from 'react';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { qualityText as text } from '../../text/id/quality.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { CollectorsTable } from './collectors-table.tsx';
import { IndicatorsTable } from './indicators-table.tsx';
import { Chosen, type QualityScope } from './quality-scope.tsx';
import { SecondVisits } from './second-visits.tsx';

/** How the work of one period was done in one province. */
export function QualityPage(): ReactElement {
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Chosen page="overview">{(scope) => <Figures {...scope} />}</Chosen>
    </AppPage>
  );
}

function Figures({ periodId, province }: QualityScope): ReactElement {
  const quality = useAnswer(getQuality, { params: { periodId }, query: { province } });
  return (
    <Answer of={quality}>
      {(data) => (
        <>
          <SecondVisits quality={data} />
          <CollectorsTable collectors={data.collectors} />
          <Calibration calibration={data.calibration} />
          <IndicatorsTable indicators={data.indicators} showsAgreement={data.second !== null} />
        </>
      )}
    </Answer>
  );
}

function Calibration({ calibration }: Pick<Quality, 'calibration'>): ReactElement {
  return (
    <section className="section" aria-labelledby="mutu-latihan">
      <h2 id="mutu-latihan">{text.calibration.title}</h2>
      {calibration.length === 0 ? (
        <p className="soft">{text.calibration.empty}</p>
      ) : (
        <DataTable
          caption={text.calibration.title}
          captionHidden
          head={
            <>
              <Column>{text.people.name}</Column>
              <Column number>{text.calibration.answered}</Column>
              <Column number>{text.calibration.same}</Column>
            </>
          }
        >
          {calibration.map(({ personId, name, answered, same, cases }) => (
            <Row key={personId}>
              <RowHead>{name}</RowHead>
              <Cell number>{text.people.ofAll(answered, cases)}</Cell>
              <Cell number>{text.people.ofAll(same, answered)}</Cell>
            </Row>
          ))}
        </DataTable>
      )}
    </section>
  );
}
