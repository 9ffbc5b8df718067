import type { GovernmentResult, Judged } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';

import { bandWords, resultsText as text } from '../../text/id/results.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatScore } from '../../ui/number.ts';
import { PositionInBand } from '../../ui/position-in-band.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { standingOf } from './standing.ts';

/** Colour, score, category, and in a sentence why: what somebody in a hurry reads. */
export function JudgedHeadline({
  judged,
  bands,
}: {
  readonly judged: Judged;
  readonly bands: GovernmentResult['bands'];
}): ReactElement {
  const standing = standingOf(judged, bands);
  return (
    <div className="result-headline">
      <p className="result-headline__zone">
        <ZoneBadge zone={judged.zone} />
      </p>
      <p className="result-headline__score">
        <span className="visually-hidden">{`${text.score} `}</span>
        <span className="number">{formatScore(judged.points)}</span>
      </p>
      <p className="result-headline__band">{bandWords(judged)}</p>
      <div className="result-headline__why">
        <PositionInBand score={judged.points} bands={bands} wide label={text.ruler} />
        {standing === undefined ? null : (
          <>
            <p>
              <strong>{standing.why}</strong> {standing.unofficial ? <Tag>{text.unofficial}</Tag> : null}
            </p>
            <ul>
              {standing.distances.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
