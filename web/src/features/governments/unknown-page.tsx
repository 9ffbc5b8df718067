import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { governmentsText as text } from '../../text/id/governments.ts';
import { SEARCH, governmentName, provinceName } from '../../text/id/places.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchForm } from '../../ui/search-form.tsx';

type UnknownPage = Extract<PublicPage, { page: 'government-unknown' }>;

/** A government of which nothing is recorded: says so, says what that does not mean, and leads on. */
export function governmentUnknownView({ government, province, year }: UnknownPage, _context: PageContext): PageView {
  const name = governmentName(government);
  return {
    title: text.unknownDocumentTitle(name),
    description: text.unknownBody(name, year),
    section: 'rankings',
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: name }]} />
        <header className="page-head">
          <h1>{year === null ? name : `${name} ${year}`}</h1>
          <p className="small soft">
            {government.kind === 'province' ? null : `${text.inProvince(provinceName(province.name))} · `}
            {text.codes(government.code, null)}
          </p>
        </header>
        <EmptyState title={text.unknownTitle}>
          <p>{text.unknownBody(name, year)}</p>
          <p>{text.unknownWhy}</p>
        </EmptyState>
        <ProvinceLinks province={province} />
        <section className="section">
          <SearchForm id="cari" {...SEARCH} name={SEARCH.field} value="" label={text.back} button={text.searchButton} />
        </section>
      </>
    ),
  };
}

function ProvinceLinks({ province: { code, name: full, years } }: Pick<UnknownPage, 'province'>): ReactElement {
  const name = provinceName(full);
  return (
    <section className="section" aria-labelledby="provinsi">
      <h2 id="provinsi">{text.unknownProvince(name)}</h2>
      {years.length === 0 ? (
        <p>{text.unknownProvinceNone(name)}</p>
      ) : (
        <ul className="inline-list">
          {years.map((year) => (
            <li key={year}>
              <a href={`/peringkat/${code}/${year}`}>{text.listLink(name, year)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
