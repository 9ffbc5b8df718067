import type { GovernmentResult, Judged } from '@patuh/shared/contracts/results';

import { distance, zoneSentence } from '../../text/id/results.ts';
import { formatScore, toHundredths } from '../../ui/number.ts';
import { pointsText } from '../../ui/points.ts';

type Bands = GovernmentResult['bands'];

export interface Standing {
  /** Why the colour is what it is. */
  readonly why: string;
  /** How far the score is from the edges around it. */
  readonly distances: readonly string[];
  /** An edge that decides here was not published. */
  readonly unofficial: boolean;
}

/** Where a score stands among the bands of its year; undefined where the year has none for the kind of government. */
export function standingOf({ points, band, zone }: Judged, bands: Bands): Standing | undefined {
  const at = bands.findIndex((entry) => entry.band === band);
  const own = bands[at];
  if (own === undefined) return undefined;
  const score = toHundredths(points);
  const above = bands[at - 1];
  const to = above === undefined ? '100,00' : pointsText(toHundredths(above.lower) - 1);
  const why = zoneSentence({
    points: formatScore(points),
    band: own.band,
    zone,
    from: formatScore(own.lower),
    to,
  });
  const lowestOfZone = zone === null ? own : (bands.findLast((entry) => entry.zone === zone) ?? own);
  const distances = [
    ...(toHundredths(lowestOfZone.lower) === 0
      ? []
      : [distance.above(pointsText(score - toHundredths(lowestOfZone.lower)), zone, formatScore(lowestOfZone.lower))]),
    ...nextSteps(score, { zone, bands: bands.slice(0, at) }),
  ];
  return { why, distances, unofficial: !own.official || above?.official === false };
}

/** The next better zone, and the next better band where that is another edge. */
function nextSteps(
  score: number,
  { zone, bands }: { readonly zone: Judged['zone']; readonly bands: Bands },
): readonly string[] {
  const nextBand = bands.at(-1);
  const nextZone = bands.findLast((entry) => entry.zone !== null && entry.zone !== zone);
  const say = (entry: Bands[number], name: string): string =>
    distance.below(pointsText(toHundredths(entry.lower) - score), name, formatScore(entry.lower));
  return [
    ...(nextZone?.zone ? [say(nextZone, distance.zone(nextZone.zone))] : []),
    ...(nextBand === undefined || nextBand === nextZone ? [] : [say(nextBand, distance.band(nextBand.band))]),
  ];
}
