import { type GovernmentResult, listResults } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { bandWords, progressWords, resultsText as text } from '../../text/id/results.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatScore } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { governmentAddress } from './addresses.ts';
import { ProgressBar } from './progress-bar.tsx';

/** The governments and periods that the person may see, newest first. */
export function ResultsPage(): ReactElement {
  const results = useAnswer(listResults, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={results}>
        {({ results: all }) =>
          all.length === 0 ? (
            <EmptyState title={text.emptyTitle}>
              <p>{text.emptyBody}</p>
            </EmptyState>
          ) : (
            <ul className="result-list">
              {all.map((result) => (
                <li key={`${result.period.id} ${result.government.code}`} className="panel result-card">
                  <ResultCard result={result} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </AppPage>
  );
}

function ResultCard({ result }: { readonly result: GovernmentResult }): ReactElement {
  const { government, period, result: judged, progress } = result;
  return (
    <>
      <h2 className="result-card__title">
        {government.name} <span className="soft">{period.name}</span>
      </h2>
      {judged === null ? (
        <ProgressBar progress={progress} label={progressWords(progress)} />
      ) : (
        <p className="result-card__score">
          <ZoneBadge zone={judged.zone} />
          <strong className="number">{formatScore(judged.points)}</strong>
          <span>{bandWords(judged)}</span>
          <Tag>{result.published === null ? text.provisional : text.publishedTag}</Tag>
        </p>
      )}
      <p>
        <Link className="button" href={governmentAddress(result)}>
          {judged === null ? text.openProgress : text.open}{' '}
          <span className="visually-hidden">{`${government.name}, ${period.name}`}</span>
        </Link>
      </p>
    </>
  );
}
