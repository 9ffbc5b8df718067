import type { PageContext, ProvinceSummary, PublicPage } from '@patuh/shared/contracts/pages';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { homeText as text } from '../../text/id/home.ts';
import { SEARCH, provinceName } from '../../text/id/places.ts';
import { SearchForm } from '../../ui/search-form.tsx';
import { RankingSummary } from './ranking-summary.tsx';
import { SearchResults } from './search-results.tsx';

type HomePage = Extract<PublicPage, { page: 'home' }>;

export function homeView(page: HomePage, _context: PageContext): PageView {
  const { search, ranking, provinces, nationalYears } = page;
  return {
    title: search === null ? text.documentTitle : text.resultsTitle(search.text),
    description: text.description,
    section: 'home',
    body: (
      <>
        <header className="page-head">
          <h1>{text.title}</h1>
          <SearchForm
            id="cari"
            {...SEARCH}
            name={SEARCH.field}
            value={search?.text ?? ''}
            label={text.searchLabel}
            hint={text.searchHint}
            button={text.searchButton}
          />
        </header>
        {search === null ? null : <SearchResults text={search.text} matches={search.matches} />}
        {ranking === null ? null : <RankingSummary ranking={ranking} />}
        <About />
        <Provinces provinces={provinces} />
        <National years={nationalYears} />
        <Ready />
        <Verify />
      </>
    ),
  };
}

function About(): ReactElement {
  return (
    <section className="section" aria-labelledby="tentang">
      <h2 id="tentang">{text.aboutTitle}</h2>
      <p>{text.lead.join(' ')}</p>
    </section>
  );
}

function Provinces({ provinces }: { readonly provinces: readonly ProvinceSummary[] }): ReactElement {
  return (
    <section className="section" aria-labelledby="provinsi">
      <h2 id="provinsi">{text.provincesTitle}</h2>
      {provinces.length === 0 ? (
        <p>{text.provincesEmpty}</p>
      ) : (
        <>
          <p>{text.provincesIntro}</p>
          <ul className="home-provinces">
            {provinces.map((province) => (
              <Province key={province.code} province={province} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Province({ province }: { readonly province: ProvinceSummary }): ReactElement {
  const { code, years, newestCompleteYear } = province;
  const name = provinceName(province.name);
  return (
    <li>
      <h3>{name}</h3>
      <nav className="years" aria-label={name}>
        <ul>
          {years.map((year) => (
            <li key={year}>
              <a href={`/peringkat/${code}/${year}`} aria-label={text.provinceYear(name, year)}>
                {year}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="small soft">
        {newestCompleteYear === null ? text.noComplete : text.newestComplete(newestCompleteYear)}
      </p>
    </li>
  );
}

function National({ years }: { readonly years: readonly number[] }): ReactElement | null {
  if (years.length === 0) return null;
  return (
    <section className="section" aria-labelledby="nasional">
      <h2 id="nasional">{text.nationalTitle}</h2>
      <p>{text.nationalIntro}</p>
      <ul className="inline-list">
        {years.map((year) => (
          <li key={year}>
            <a href={`/nasional/${year}`}>{text.nationalLink(year)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ready(): ReactElement {
  return (
    <section className="section" aria-labelledby="siap">
      <h2 id="siap">{text.readyTitle}</h2>
      <p>{text.readyBody}</p>
      <p>
        <a href="/siap-dikunjungi">{text.readyLink}</a>
      </p>
    </section>
  );
}

function Verify(): ReactElement {
  return (
    <section className="section" aria-labelledby="periksa">
      <h2 id="periksa">{text.verifyTitle}</h2>
      <p>{text.verifyBody}</p>
      <ul className="inline-list">
        <li>
          <a href="/verifikasi">{text.verifyLink}</a>
        </li>
        <li>
          <a href="/data">{text.dataLink}</a>
        </li>
      </ul>
    </section>
  );
}
