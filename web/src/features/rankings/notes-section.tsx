import type { Ranking, RankingRow } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { computedText } from '../../text/id/computed-results.ts';
import { awardCount, rankingsText } from '../../text/id/rankings.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { sourceTitles } from './summary.ts';

/** What the marks in the table mean, and the numbered sources its rows point to. */
export function NotesSection({ ranking }: { readonly ranking: Ranking }): ReactElement {
  const meanings = meaningsOf(ranking);
  return (
    <section className="section" aria-labelledby="keterangan">
      <h2 id="keterangan">{rankingsText.notesTitle}</h2>
      {meanings.length === 0 ? null : (
        <ul>
          {meanings.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      )}
      <h3>{rankingsText.sourcesTitle}</h3>
      <ol className="sources">
        {sourceTitles(ranking.rows).map((title, index) => (
          <li key={title} id={`sumber-${index + 1}`}>
            {shownNote(title)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Only the marks that this list uses. */
function meaningsOf({ rows, coverage }: Ranking): readonly string[] {
  const awards = rows.filter(({ award }) => award === true).length;
  return [
    ...(rows.some(({ status }) => status === 'computed') ? [computedText.meaning] : []),
    ...(awards === 0 ? [] : [awardCount(awards)]),
    ...(rows.some(({ status }) => status === 'inferred') ? [rankingsText.inferredMeaning] : []),
    ...(rows.some(({ rankPublished, rank }) => rankPublished !== null && rankPublished !== rank)
      ? [rankingsText.publishedRankMeaning]
      : []),
    ...(rows.some(({ rankRange, rank }) => rankRange !== null && rank === null) ? [rankingsText.rankRangeMeaning] : []),
    ...(coverage.complete && rows.some(hasNoRank) ? [rankingsText.noRankMeaning] : []),
    ...(rows.some(({ rank }) => rank !== null) ? [rankingsText.tiesMeaning] : []),
  ];
}

function hasNoRank({ government, rank, rankRange, rankPublished }: RankingRow): boolean {
  return government.kind !== 'province' && rank === null && rankRange === null && rankPublished === null;
}
