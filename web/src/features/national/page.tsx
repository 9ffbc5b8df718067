import type { NationalCounts } from '@patuh/shared/contracts/national';
import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import { ZONES } from '@patuh/shared/domain/zone';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { nationalText as text } from '../../text/id/national.ts';
import { ZONE_TEXT } from '../../text/id/zones.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatCount, formatPercent, formatScore } from '../../ui/number.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { type YearComparison, compareYears, zoneFrom } from './comparison.ts';
import { CountsTable } from './counts-table.tsx';

type NationalPage = Extract<PublicPage, { page: 'national' }>;

/** How many bodies of each kind stood in each zone, as published. */
export function nationalView({ national, others = [] }: NationalPage, _context: PageContext): PageView {
  const { year, years, total } = national;
  const comparison = compareYears(national, others);
  return {
    title: text.documentTitle(year),
    description: text.description(year),
    section: 'national',
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: text.title(year) }]} />
        <header className="page-head stack">
          <h1>{text.title(year)}</h1>
          <p className="lead">
            {text.sentence(formatCount(total.assessed), [total.green.count, total.yellow.count, total.red.count])}
          </p>
          <YearSwitch years={years} current={year} hrefOf={(other) => `/nasional/${other}`} />
        </header>
        <div className="grid national-zones">
          {ZONES.map((zone) => {
            const { count, percent } = total[zone];
            const detail = percent === null ? {} : { detail: text.share(formatPercent(percent), total.assessed) };
            return <StatTile key={zone} label={<ZoneBadge zone={zone} />} value={formatCount(count)} {...detail} />;
          })}
        </div>
        <section className="section" aria-labelledby="jenis">
          <h2 id="jenis">{text.kindsTitle}</h2>
          <CountsTable national={national} />
          <p>
            {text.publishedAs} {text.source(national.source)}
          </p>
        </section>
        {comparison === undefined ? null : <Comparison comparison={comparison} current={year} />}
        <Links national={national} />
      </>
    ),
  };
}

function Comparison({
  comparison,
  current,
}: {
  readonly comparison: YearComparison;
  readonly current: number;
}): ReactElement {
  const { years, boundsDiffer, methodsDiffer } = comparison;
  return (
    <section className="section" aria-labelledby="banding">
      <h2 id="banding">{text.compareTitle}</h2>
      {boundsDiffer || methodsDiffer ? (
        <Notice tone="caution" title={text.warningTitle}>
          <p>
            {boundsDiffer ? `${text.warningBands} ` : null}
            {methodsDiffer ? `${text.warningMethod} ` : null}
            {boundsDiffer ? text.warningHowMuch : null}
          </p>
        </Notice>
      ) : null}
      <DataTable
        cards
        caption={text.compareCaption}
        className="national-counts"
        head={
          <>
            <Column>{text.compareYear}</Column>
            <Column number>{text.assessed}</Column>
            {ZONES.map((zone) => (
              <Column key={zone} number>
                <ZoneBadge zone={zone} />
              </Column>
            ))}
            <Column number>{text.greenFrom}</Column>
            <Column number>{text.yellowFrom}</Column>
            <Column>{text.method}</Column>
          </>
        }
      >
        {years.map((year) => (
          <YearRow key={year.year} national={year} current={current} />
        ))}
      </DataTable>
    </section>
  );
}

function YearRow({ national, current }: { readonly national: NationalCounts; readonly current: number }): ReactElement {
  const { year, total, method } = national;
  const from = (zone: 'green' | 'yellow'): string => {
    const lower = zoneFrom(national, zone);
    return lower === null ? '–' : formatScore(lower);
  };
  return (
    <Row>
      <RowHead>{year === current ? year : <a href={`/nasional/${year}`}>{year}</a>}</RowHead>
      <Cell label={text.assessed} number>
        {formatCount(total.assessed)}
      </Cell>
      {ZONES.map((zone) => (
        <Cell key={zone} label={ZONE_TEXT[zone].word} number>
          <span>
            <strong>{formatCount(total[zone].count)}</strong>
            {total[zone].percent === null ? null : (
              <span className="national-counts__percent">{formatPercent(total[zone].percent)}</span>
            )}
          </span>
        </Cell>
      ))}
      <Cell label={text.greenFrom} number>
        {from('green')}
      </Cell>
      <Cell label={text.yellowFrom} number>
        {from('yellow')}
      </Cell>
      <Cell label={text.method}>
        <a href={`/metodologi/${year}`}>{method.name}</a>
      </Cell>
    </Row>
  );
}

function Links({ national: { year, publication } }: { readonly national: NationalCounts }): ReactElement {
  return (
    <section className="section no-print" aria-labelledby="data">
      <h2 id="data">{text.dataTitle}</h2>
      <ul className="inline-list">
        <li>
          <a href={`/api/national/${year}`}>{text.downloadJson}</a>
        </li>
        <li>
          <a href={`/api/national/${year}.csv`}>{text.downloadCsv}</a>
        </li>
        <li>
          <a href={`/api/publications/${publication.id}`}>{text.publicationFile}</a>
        </li>
        <li>
          <a href={`/metodologi/${year}`}>{text.methodLink(year)}</a>
        </li>
      </ul>
    </section>
  );
}
