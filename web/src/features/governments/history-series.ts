import type { GovernmentResult } from '@patuh/shared/contracts/governments';
import { parsePoints } from '@patuh/shared/domain/points';
import type { Zone } from '@patuh/shared/domain/zone';

import { possibleScores, rulerPieces } from './standing.ts';

/** A known score of a year. Scores in points, because that is what a chart's axis shows. */
export interface ScorePoint {
  readonly kind: 'score';
  readonly year: number;
  readonly score: number;
  readonly band: string | null;
  readonly zone: Zone | null;
}

/** A year known by zone or category only: the score lies somewhere in the range. */
export interface RangePoint {
  readonly kind: 'range';
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly band: string | null;
  readonly zone: Zone | null;
}

/** Neighbouring results of one method: only these are joined by a line. */
export interface MethodStretch {
  readonly methodId: string;
  readonly methodName: string;
  readonly points: readonly (ScorePoint | RangePoint)[];
}

/** The lower bounds that held in neighbouring known years with the same bands. */
export interface BoundStretch {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly bounds: readonly { readonly band: string; readonly zone: Zone | null; readonly lower: number }[];
}

export interface HistorySeries {
  readonly years: readonly number[];
  readonly stretches: readonly MethodStretch[];
  readonly bounds: readonly BoundStretch[];
}

function pointOf(result: GovernmentResult): ScorePoint | RangePoint | undefined {
  const { band, score, zone } = result.result;
  const { year } = result;
  if (score !== null) return { kind: 'score', year, score: parsePoints(score) / 100, band, zone };
  const range = possibleScores({ band, zone }, result.bands);
  return range && { kind: 'range', year, from: range[0] / 100, to: range[1] / 100, band, zone };
}

function boundsOf(result: GovernmentResult): BoundStretch['bounds'] {
  return rulerPieces(result.bands)
    .filter((piece) => piece.from > 0)
    .map((piece) => ({ band: piece.band, zone: piece.zone, lower: piece.from / 100 }));
}

function sameBounds(one: BoundStretch['bounds'], other: BoundStretch['bounds']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The history as a chart draws it, oldest first: joined only within a method, with the bounds of each year. */
export function historySeries(results: readonly GovernmentResult[]): HistorySeries {
  const oldestFirst = results.toSorted((one, other) => one.year - other.year);
  const stretches: MethodStretch[] = [];
  const bounds: BoundStretch[] = [];
  for (const result of oldestFirst) {
    const point = pointOf(result);
    const last = stretches.at(-1);
    if (point !== undefined && last?.methodId === result.method.id) {
      stretches.splice(-1, 1, { ...last, points: [...last.points, point] });
    } else if (point !== undefined) {
      stretches.push({ methodId: result.method.id, methodName: result.method.name, points: [point] });
    }
    const own = boundsOf(result);
    const before = bounds.at(-1);
    if (before !== undefined && sameBounds(before.bounds, own))
      bounds.splice(-1, 1, { ...before, lastYear: result.year });
    else bounds.push({ firstYear: result.year, lastYear: result.year, bounds: own });
  }
  return { years: oldestFirst.map((result) => result.year), stretches, bounds };
}
