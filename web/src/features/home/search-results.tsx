import type { GovernmentMatch } from '@patuh/shared/contracts/governments';
import type { ReactElement } from 'react';

import { homeText as text } from '../../text/id/home.ts';
import { provinceName } from '../../text/id/places.ts';
import { matchAddress } from './summary.ts';

interface SearchResultsProps {
  readonly text: string;
  readonly matches: readonly GovernmentMatch[];
}

/** What the search found, best match first as the server orders it, or what to try instead. */
export function SearchResults({ text: searched, matches }: SearchResultsProps): ReactElement {
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">{text.resultsTitle(searched)}</h2>
      {matches.length === 0 ? <NotFound searched={searched} /> : <Matches matches={matches} />}
    </section>
  );
}

function Matches({ matches }: { readonly matches: readonly GovernmentMatch[] }): ReactElement {
  return (
    <>
      <p>{text.resultsCount(matches.length)}</p>
      <ul className="home-matches">
        {matches.map((match) => (
          <li key={match.code}>
            <a href={matchAddress(match)}>{match.name}</a>
            <span className="small soft">
              {match.kind === 'province' ? null : `${provinceName(match.province.name)} · `}
              {match.latestYear === null ? text.noneKnown : text.newestKnown(match.latestYear)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NotFound({ searched }: { readonly searched: string }): ReactElement {
  return (
    <>
      <p>
        <strong>{text.notFound(searched)}</strong>
      </p>
      <ul>
        {text.notFoundAdvice.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </>
  );
}
