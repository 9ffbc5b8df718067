import type { GovernmentResult } from '@patuh/shared/contracts/governments';
import type { BandView } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { governmentsText as text } from '../../text/id/governments.ts';
import { zonePhrase } from '../../text/id/zones.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatScore } from '../../ui/number.ts';
import { Tag } from '../../ui/notice.tsx';
import { pointsText } from '../../ui/points.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { ScoreRuler } from './score-ruler.tsx';
import { type Standing, standingOf } from './standing.ts';

/** The ruler of the year, how far it is to the bounds, and what the bounds are. */
export function StandingSection({ known }: { readonly known: GovernmentResult }): ReactElement {
  const { result, bands, year } = known;
  const standing = result.score === null ? undefined : standingOf(result.score, bands);
  return (
    <section className="section" aria-labelledby="posisi">
      <h2 id="posisi">{text.standingTitle}</h2>
      <ScoreRuler result={result} bands={bands} />
      {standing === undefined ? <p>{text.standingUnknown}</p> : <Distances standing={standing} />}
      <Bounds bands={bands} year={year} own={result.band} />
    </section>
  );
}

function Distances({ standing: { band, above, next, nextZone } }: { readonly standing: Standing }): ReactElement {
  return (
    <ul className="government-distances">
      {next === null ? (
        <li>{text.highest}</li>
      ) : (
        <li>
          <strong>{text.missing(pointsText(next.missing), next.band.band, formatScore(next.band.lower))}</strong>
        </li>
      )}
      {nextZone === null ? null : (
        <li>
          {text.missing(pointsText(nextZone.missing), zonePhrase(nextZone.zone), formatScore(nextZone.band.lower))}
        </li>
      )}
      <li>
        {above === 0
          ? text.exactlyAt(band.band, formatScore(band.lower))
          : text.above(pointsText(above), band.band, formatScore(band.lower))}
      </li>
    </ul>
  );
}

interface BoundsProps {
  readonly bands: readonly BandView[];
  readonly year: number;
  readonly own: string | null;
}

function Bounds({ bands, year, own }: BoundsProps): ReactElement {
  const zoned = bands.some(({ zone }) => zone !== null);
  return (
    <DataTable
      caption={text.boundsCaption(year)}
      className="government-bounds"
      head={
        <>
          <Column>{text.category}</Column>
          <Column number>{text.lowerBound}</Column>
          {zoned ? <Column>{text.zone}</Column> : null}
        </>
      }
    >
      {bands.map(({ band, lower, opinion, zone, official }) => (
        <Row key={band}>
          <RowHead>
            {band} {band === own ? <Tag>{text.here}</Tag> : null}
            {opinion === band ? null : <span className="government-bounds__opinion">{opinion}</span>}
          </RowHead>
          <Cell number>
            {formatScore(lower)} {official ? null : <Tag>{text.unofficial}</Tag>}
          </Cell>
          {zoned ? (
            <Cell>
              <ZoneBadge zone={zone} />
            </Cell>
          ) : null}
        </Row>
      ))}
    </DataTable>
  );
}
