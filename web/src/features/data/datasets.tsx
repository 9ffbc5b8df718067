import type { ProvinceSummary } from '@patuh/shared/contracts/pages';
import type { ReactElement } from 'react';

import { dataText as text } from '../../text/id/data.ts';
import { provinceName } from '../../text/id/places.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';

interface DatasetsProps {
  readonly provinces: readonly ProvinceSummary[];
  readonly nationalYears: readonly number[];
  readonly years: readonly number[];
}

interface Dataset {
  readonly name: string;
  readonly page: string | null;
  /** Address of the JSON; the CSV is the same with `.csv`. */
  readonly json: string;
}

/** Every data set with its page, CSV and JSON. */
export function Datasets({ provinces, nationalYears, years }: DatasetsProps): ReactElement {
  const lists = provinces.flatMap(({ code, name, years: known }) =>
    known.map((year) => ({
      name: text.listName(provinceName(name), year),
      page: `/peringkat/${code}/${year}`,
      json: `/api/rankings/${code}/${year}`,
    })),
  );
  const others: readonly Dataset[] = [
    ...nationalYears.map((year) => ({
      name: text.national(year),
      page: `/nasional/${year}`,
      json: `/api/national/${year}`,
    })),
    ...years.map((year) => ({
      name: text.instrument(year),
      page: `/metodologi/${year}`,
      json: `/api/instruments/${year}`,
    })),
    { name: text.publicationList, page: null, json: '/api/publications' },
  ];
  return (
    <>
      <section className="section" aria-labelledby="daftar">
        <h2 id="daftar">{text.listsTitle}</h2>
        <DatasetTable caption={text.listsCaption} datasets={lists} />
      </section>
      <section className="section" aria-labelledby="lain">
        <h2 id="lain">{text.otherTitle}</h2>
        <DatasetTable caption={text.otherCaption} datasets={others} />
        <p>
          {text.governmentNote} <code>/api/governments/53.14</code>, <code>/api/governments/53.14.csv</code>.{' '}
          {text.apiNote} <a href="/api/docs">{text.apiLink}</a>.
        </p>
      </section>
    </>
  );
}

function DatasetTable({
  caption,
  datasets,
}: {
  readonly caption: string;
  readonly datasets: readonly Dataset[];
}): ReactElement {
  return (
    <DataTable
      caption={caption}
      captionHidden
      className="data-sets"
      head={
        <>
          <Column>{text.dataset}</Column>
          <Column>{text.download}</Column>
        </>
      }
    >
      {datasets.map(({ name, page, json }) => (
        <Row key={json}>
          <RowHead>{page === null ? name : <a href={page}>{name}</a>}</RowHead>
          <Cell>
            <a className="data-sets__link" href={`${json}.csv`} aria-label={text.csvOf(name)}>
              {text.csv}
            </a>
            <a className="data-sets__link" href={json} aria-label={text.jsonOf(name)}>
              {text.json}
            </a>
          </Cell>
        </Row>
      ))}
    </DataTable>
  );
}
