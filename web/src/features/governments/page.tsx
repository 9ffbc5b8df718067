import type { GovernmentHistory } from '@patuh/shared/contracts/governments';
import type { PageContext } from '@patuh/shared/contracts/pages';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { governmentsText as text } from '../../text/id/governments.ts';
import { layoutText } from '../../text/id/layout.ts';
import { governmentName, provinceName } from '../../text/id/places.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { ChangeSection } from './change-section.tsx';
import { HistorySection } from './history-section.tsx';
import { ResultTiles } from './result-tiles.tsx';
import { SourceSection } from './source-section.tsx';
import { StandingSection } from './standing-section.tsx';
import { UnitsSection } from './units-section.tsx';
import { resultSentence } from './wording.ts';

/** One government in one year, with everything known of its other years. */
export function governmentView(history: GovernmentHistory, year: number, _context: PageContext): PageView {
  const { government, results } = history;
  const known = results.find((result) => result.year === year);
  const name = governmentName(government);
  return {
    title: text.documentTitle(name, year),
    description: known === undefined ? text.description(name, year) : `${name} ${year}: ${resultSentence(known)}.`,
    section: 'rankings',
    body: (
      <>
        <Head history={history} year={year} />
        {known === undefined ? (
          <EmptyState title={text.yearUnknownTitle(year)}>
            <p>{text.yearUnknownBody}</p>
          </EmptyState>
        ) : (
          <>
            <p className="lead">{text.sentence(name, year, resultSentence(known))}</p>
            <ResultTiles known={known} />
            <StandingSection known={known} />
            <ChangeSection known={known} history={history} />
            <UnitsSection known={known} />
          </>
        )}
        <HistorySection history={history} current={year} />
        {known === undefined ? null : <SourceSection known={known} history={history} />}
      </>
    ),
  };
}

function Head({ history, year }: { readonly history: GovernmentHistory; readonly year: number }): ReactElement {
  const { government, results } = history;
  const province = provinceName(government.province.name);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: text.homeCrumb, href: '/' },
          { label: province, href: `/peringkat/${government.province.code}/${year}` },
          { label: `${governmentName(government)} ${year}` },
        ]}
      />
      <header className="page-head stack">
        <div>
          <h1>
            {governmentName(government)} {year}
          </h1>
          <p className="small soft">
            {government.kind === 'province' ? null : `${text.inProvince(province)} · `}
            {text.codes(government.code, government.bpsCode)}
          </p>
        </div>
        <YearSwitch
          years={results.map((result) => result.year)}
          current={year}
          hrefOf={(other) => `/pemda/${government.code}/${other}`}
          label={layoutText.years}
        />
      </header>
    </>
  );
}
