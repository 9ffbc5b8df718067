import type { Collector } from '@patuh/shared/contracts/quality';
import type { ReactElement } from 'react';

import { qualityText } from '../../text/id/quality.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/number.ts';

const text = qualityText.people;

/** What each person entered, and how. */
export function CollectorsTable({ collectors: all }: { readonly collectors: readonly Collector[] }): ReactElement {
  // Who only assessed units a second time entered nothing in this period.
  const collectors = all.filter(({ figures }) => figures.answers > 0);
  return (
    <section className="section" aria-labelledby="mutu-orang">
      <h2 id="mutu-orang">{text.title}</h2>
      {collectors.length === 0 ? (
        <p className="soft">{text.empty}</p>
      ) : (
        <>
          <DataTable
            caption={text.title}
            captionHidden
            cards
            head={
              <>
                <Column>{text.name}</Column>
                <Column number>{text.units}</Column>
                <Column number>{text.answers}</Column>
                <Column number>{text.tempo}</Column>
                <Column number>{text.top}</Column>
                <Column number>{text.alike}</Column>
                <Column number>{text.copied}</Column>
                <Column number>{text.reused}</Column>
                <Column number>{text.returned}</Column>
              </>
            }
          >
            {collectors.map((collector) => (
              <CollectorRow key={collector.personId} collector={collector} />
            ))}
          </DataTable>
          <p className="small soft">{text.hint}</p>
        </>
      )}
    </section>
  );
}

function CollectorRow({ collector: { name, figures } }: { readonly collector: Collector }): ReactElement {
  const { answers, interviews, photos, returned } = figures;
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell number label={text.units}>
        {figures.units}
      </Cell>
      <Cell number label={text.answers}>
        {formatCount(answers)}
      </Cell>
      <Cell number label={text.tempo}>
        {figures.medianSeconds === null ? '–' : text.seconds(figures.medianSeconds)}
      </Cell>
      <Cell number label={text.top}>
        {shareOf(figures.top, answers)}
      </Cell>
      <Cell number label={text.alike}>
        {countOf(figures.alike, interviews)}
      </Cell>
      <Cell number label={text.copied}>
        {countOf(figures.copied, interviews)}
      </Cell>
      <Cell number label={text.reused}>
        {countOf(figures.reused, photos)}
      </Cell>
      <Cell number label={text.returned}>
        {countOf(figures.changedAfterReturn, returned)}
      </Cell>
    </Row>
  );
}

/** A dash where there is nothing that could have been so. */
function countOf(part: number, all: number): string {
  return all === 0 ? '–' : text.ofAll(part, all);
}

/** Rounded half up to whole percent; a dash where there is nothing to share. */
export function shareOf(part: number, all: number): string {
  return all === 0 ? '–' : `${Math.floor((200 * part + all) / (2 * all))} %`;
}
