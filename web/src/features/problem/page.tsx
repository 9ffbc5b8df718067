import type { PageContext, PublicPage } from '@patuh/shared/contracts/pages';
import { PROBLEMS } from '@patuh/shared/contracts/problems';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { SEARCH } from '../../text/id/places.ts';
import { problemText as text } from '../../text/id/problem.ts';
import { SearchForm } from '../../ui/search-form.tsx';

type ProblemPage = Extract<PublicPage, { page: 'problem' }>;

/** Statuses where waiting helps and the address is right. */
const PASSING = new Set<number>([429, 500, 503]);

/** What happened, what it does not mean, and every way on: never a dead end, never the reader's fault. */
export function problemView({ code, path, suggestions }: ProblemPage, _context: PageContext): PageView {
  const { title, body } = text.problems[code];
  const passing = PASSING.has(PROBLEMS[code].status);
  return {
    title,
    description: body,
    section: null,
    body: (
      <>
        <header className="page-head">
          <h1>{title}</h1>
          <p className="lead">{body}</p>
          <p className="small soft">
            {text.path}: <span className="mono">{path}</span>
          </p>
          {passing ? (
            <p>
              {/* One slash: two of them would lead to another host. */}
              <a className="button" href={path.replace(/^[/\\]+/, '/')}>
                {text.retry}
              </a>
            </p>
          ) : null}
        </header>
        {suggestions.length === 0 ? null : <Suggestions suggestions={suggestions} />}
        <section className="section" aria-labelledby="cari-judul">
          <h2 id="cari-judul">{text.searchTitle}</h2>
          <SearchForm
            id="cari"
            {...SEARCH}
            name={SEARCH.field}
            value=""
            label={text.searchLabel}
            button={text.searchButton}
          />
        </section>
        <section className="section" aria-labelledby="lain">
          <h2 id="lain">{text.elsewhere}</h2>
          <ul>
            {text.links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  };
}

function Suggestions({ suggestions }: Pick<ProblemPage, 'suggestions'>): ReactElement {
  return (
    <section className="section" aria-labelledby="usulan">
      <h2 id="usulan">{text.suggestionsTitle}</h2>
      <ul>
        {suggestions.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
