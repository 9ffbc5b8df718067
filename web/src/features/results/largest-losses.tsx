import type { ReactElement } from 'react';

import { lossWords, resultsText as text } from '../../text/id/results.ts';
import { pointsText } from '../../ui/points.ts';
import type { Loss } from './explain.ts';
import { anchorOf } from './line-view.tsx';
import { openTo } from './open-to.ts';

/** The few indicators that lower the score most, each leading to its place below. */
export function LargestLosses({ losses }: { readonly losses: readonly Loss[] }): ReactElement | null {
  if (losses.length === 0) return null;
  return (
    <section className="section" aria-labelledby="terbesar">
      <h2 id="terbesar">{text.largestTitle}</h2>
      <p>{text.largestUnitExplained}</p>
      <ol className="result-losses">
        {losses.map(({ line, above, possible, reached }) => (
          <li key={line.id}>
            <a href={`#${anchorOf(line.id)}`} onClick={() => openTo(anchorOf(line.id))}>
              {line.name}
            </a>{' '}
            <span className="soft">{above[0]}</span>
            <span className="result-losses__figures number">
              {lossWords(pointsText(reached), pointsText(possible), pointsText(possible - reached))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
