import type { PageContext, RankingTableView } from '@patuh/shared/contracts/pages';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { Island } from '../../platform/island.tsx';
import { decreeOf } from '../../text/id/computed-results.ts';
import { provinceName } from '../../text/id/places.ts';
import { methodBreak, methodBreakTitle } from '../../text/id/rankings-comparison.ts';
import {
  bandCount,
  correctionOf,
  demoLead,
  description,
  lead,
  list,
  place,
  provenance,
  rankingsText,
  replacedFile,
  title,
  zoneCount,
} from '../../text/id/rankings.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatDate, formatPercent } from '../../ui/number.ts';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { BandsSection } from './bands-section.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { DownloadsSection } from './downloads-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { pressSentence } from './press-sentence.ts';
import { ProvinceSection } from './province-section.tsx';
import { PublishedSection } from './published-section.tsx';
import { RankingTable } from './ranking-table.tsx';
import { sourceTitles, zoneShares } from './summary.ts';
import { DEFAULT_VIEW } from './table-view.ts';
import { ZoneSummary } from './zone-summary.tsx';

/** `/peringkat/:province/:year`: results and ranks of a province in a year, complete without JavaScript. */
export function rankingView(ranking: Ranking, view: RankingTableView, context: PageContext): PageView {
  const province = provinceName(ranking.province.name);
  return {
    title: title(province, ranking.year),
    description: description(province, ranking.year, countsOf(ranking)),
    section: 'rankings',
    body: <RankingPage ranking={ranking} view={view} context={context} />,
  };
}

/** The same page inside another one, which it neither leads away from nor gives another address. */
export function rankingPreview(ranking: Ranking): ReactElement {
  const context = { path: `/peringkat/${ranking.province.code}/${ranking.year}`, publicUrl: null };
  return <RankingPage ranking={ranking} view={DEFAULT_VIEW} context={context} embedded />;
}

interface RankingPageProps {
  readonly ranking: Ranking;
  readonly view: RankingTableView;
  readonly context: PageContext;
  readonly embedded?: boolean;
}

function RankingPage({ ranking, view, context, embedded = false }: RankingPageProps): ReactElement {
  const { province, year } = ranking;
  const path = `/peringkat/${province.code}/${year}`;
  return (
    <>
      <RankingHead ranking={ranking} />
      <ZoneSummary ranking={ranking} />
      <MethodBreak ranking={ranking} />
      <section className="section section--near" aria-labelledby="peringkat">
        <h2 id="peringkat">{rankingsText.tableTitle}</h2>
        <Island
          name="rankings/ranking-table"
          of={RankingTable}
          props={{
            rows: ranking.rows,
            bands: ranking.bands,
            zoned: ranking.zoned,
            year,
            path,
            view,
            sources: sourceTitles(ranking.rows),
            ...(embedded && { embedded }),
          }}
        />
      </section>
      <ProvinceSection ranking={ranking} />
      <ComparisonSection ranking={ranking} />
      <BandsSection ranking={ranking} />
      <PublishedSection ranking={ranking} />
      <PressSection ranking={ranking} context={context} />
      <DownloadsSection ranking={ranking} />
      <NotesSection ranking={ranking} />
    </>
  );
}

function RankingHead({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const { province, year, years, publication, decree, correction } = ranking;
  const name = provinceName(province.name);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Beranda', href: '/' },
          { label: rankingsText.section, href: '/peringkat' },
          { label: place(name, year) },
        ]}
      />
      <header className="page-head">
        <h1>
          {rankingsText.heading}
          <span className="visually-hidden"> — </span>
          <span className="page-head__place">{place(name, year)}</span>
        </h1>
        <p className="lead">{ranking.mark === null ? lead(year) : demoLead(year)}</p>
        <YearSwitch years={years} current={year} hrefOf={(other) => `/peringkat/${province.code}/${other}`} />
        {decree === null ? null : <p className="provenance">{decreeOf(decree.number, formatDate(decree.date))}</p>}
        {publication === null ? null : (
          <p className="provenance small soft">
            {`${provenance(publication.id, formatDate(publication.publishedAt))} · `}
            {ranking.coverage.complete ? rankingsText.complete : rankingsText.incomplete}
          </p>
        )}
        {correction === null ? null : (
          <p className="provenance">
            {correctionOf(correction.reason)}{' '}
            <a href={`/api/publications/${correction.replaces}`}>{replacedFile(correction.replaces)}</a>
          </p>
        )}
      </header>
    </>
  );
}

/** The break stands above the table, before anybody compares; its consequences follow further down. */
function MethodBreak({ ranking }: { readonly ranking: Ranking }): ReactElement | null {
  const { comparison, year, method } = ranking;
  if (comparison === null || comparison.sameMethod) return null;
  return (
    <Notice tone="caution" title={methodBreakTitle(comparison.year, year)}>
      <p>
        {methodBreak(comparison.year, comparison.methodName, year, method.name)}{' '}
        <a href="#perbandingan">{rankingsText.moreComparison}</a>
      </p>
    </Notice>
  );
}

function PressSection({
  ranking,
  context,
}: {
  readonly ranking: Ranking;
  readonly context: PageContext;
}): ReactElement {
  return (
    <section className="section no-print" aria-labelledby="kalimat">
      <h2 id="kalimat">{rankingsText.pressTitle}</h2>
      <Island
        name="platform/copy-text"
        of={CopyText}
        props={{
          id: 'kalimat-berita',
          text: pressSentence(ranking, context),
          label: rankingsText.pressLabel,
          button: rankingsText.pressButton,
          copied: rankingsText.pressCopied,
          selected: rankingsText.pressSelected,
          rows: 6,
        }}
      />
    </section>
  );
}

function countsOf(ranking: Ranking): string {
  if (ranking.zoned) {
    const parts = zoneShares(ranking).map(({ zone, count, percent }) =>
      zoneCount(zone, count, percent === null ? null : formatPercent(percent)),
    );
    return `${list(parts)}.`;
  }
  return `${list(ranking.bands.map(({ band, opinion }) => bandCount(opinion, ranking.counts.byBand[band] ?? 0)))}.`;
}
