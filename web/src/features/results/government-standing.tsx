import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { DECISIVE, lossWords, lowestUnit, resultsText as text } from '../../text/id/results.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatScore, toHundredths } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';
import { unitAddress } from './addresses.ts';
import { JudgedHeadline } from './judged-headline.tsx';

/** The result of a government and what lowers it most. */
export function GovernmentStanding({ result }: { readonly result: GovernmentResult }): ReactElement {
  if (result.result === null) {
    return (
      <Notice title={text.noUnitsTitle} tone="caution">
        <p>{text.noUnitsBody}</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil" className="visually-hidden">
        {text.standingTitle}
      </h2>
      <JudgedHeadline judged={result.result} bands={result.bands} />
      <Largest result={result} />
    </section>
  );
}

function Largest({ result }: { readonly result: GovernmentResult }): ReactElement | null {
  const dimensions = result.dimensions
    .map(({ name, weight, contribution }) => ({
      name,
      words: lossWords(
        formatScore(contribution),
        formatScore(weight),
        pointsText(toHundredths(weight) - toHundredths(contribution)),
      ),
      lost: toHundredths(weight) - toHundredths(contribution),
    }))
    .filter(({ lost }) => lost > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, DECISIVE);
  const [lowest] = result.units
    .flatMap(({ assessmentId, name, result: judged }) =>
      judged === null ? [] : [{ assessmentId, name, points: judged.points }],
    )
    .toSorted((a, b) => toHundredths(a.points) - toHundredths(b.points));
  if (dimensions.length === 0) return null;
  return (
    <>
      <h3>{text.largestTitle}</h3>
      <ul>
        {dimensions.map(({ name, words }) => (
          <li key={name}>
            <strong>{name}</strong>: {words}
          </li>
        ))}
        {lowest === undefined ? null : (
          <li>
            <Link href={unitAddress(result, lowest.assessmentId)}>{lowest.name}</Link>:{' '}
            {lowestUnit(formatScore(lowest.points))}
          </li>
        )}
      </ul>
    </>
  );
}
