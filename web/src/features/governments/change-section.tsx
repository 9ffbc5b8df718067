import type { GovernmentHistory, GovernmentResult } from '@patuh/shared/contracts/governments';
import type { PreviousResult } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import { governmentsText as text } from '../../text/id/governments.ts';
import { zonePhrase } from '../../text/id/zones.ts';
import { formatDifference, formatScore, toHundredths } from '../../ui/number.ts';
import { Notice } from '../../ui/notice.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';

interface ChangeSectionProps {
  readonly known: GovernmentResult;
  readonly history: GovernmentHistory;
}

/** This year beside the newest earlier known one: never a difference across a change of method, always the old bounds. */
export function ChangeSection({ known, history }: ChangeSectionProps): ReactElement {
  const { previous } = known.result;
  if (previous === null) {
    return (
      <section className="section" aria-labelledby="perubahan">
        <h2 id="perubahan">{text.changeTitleNone}</h2>
        <p>{text.changeNone}</p>
      </section>
    );
  }
  const before = history.results.find(({ year }) => year === previous.year);
  return (
    <section className="section" aria-labelledby="perubahan">
      <h2 id="perubahan">{text.changeTitle(previous.year)}</h2>
      {previous.comparable ? null : (
        <Notice title={text.breakTitle} tone="caution">
          <p>{text.breakBody(previous.year, before?.method.name ?? null, known.method.name)}</p>
        </Notice>
      )}
      <ul className="government-change">
        <li>{scoreChange(known.result.score, previous)}</li>
        {previous.comparable && !previous.sameInstrument ? (
          <li>{text.otherIndicators(previous.year, known.year)}</li>
        ) : null}
        {previous.zone === null && known.result.zone === null ? null : (
          <li className="government-change__zones">
            <span>{text.changeZone}:</span> {zoneOrNone(previous.zone, before)} <span aria-hidden="true">→</span>
            <span className="visually-hidden">{text.changeBecame}</span> {zoneOrNone(known.result.zone, known)}
          </li>
        )}
        {hasZones(known) ? <li>{oldBands(known, previous)}</li> : null}
      </ul>
    </section>
  );
}

function scoreChange(score: string | null, previous: PreviousResult): string {
  if (score === null || previous.score === null) return text.changeScoreUnknown;
  const [before, now] = [formatScore(previous.score), formatScore(score)];
  if (!previous.comparable) return text.changeScoreIncomparable(before, now);
  return text.changeScore(before, now, formatDifference(toHundredths(score) - toHundredths(previous.score)));
}

/** A year without zones has none to know. */
function zoneOrNone(zone: PreviousResult['zone'], year: GovernmentResult | undefined): ReactElement {
  if (zone !== null) return <ZoneBadge zone={zone} />;
  return <span>{year !== undefined && !hasZones(year) ? text.withoutZone : text.unknown}</span>;
}

function hasZones({ bands }: GovernmentResult): boolean {
  return bands.some((band) => band.zone !== null);
}

function oldBands({ result }: GovernmentResult, { year, zoneUnderOldBands }: PreviousResult): string {
  if (zoneUnderOldBands === null) return text.oldBandsUnknown(year);
  const zone = zonePhrase(zoneUnderOldBands);
  return zoneUnderOldBands === result.zone ? text.oldBandsSame(year, zone) : text.oldBandsOther(year, zone);
}
