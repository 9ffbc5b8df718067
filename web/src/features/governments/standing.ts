import type { BandView } from '@patuh/shared/contracts/rankings';
import { parsePoints } from '@patuh/shared/domain/points';
import type { Zone } from '@patuh/shared/domain/zone';

/** A piece of the 0–100 ruler: from its lower bound up to, but not with, the next band's. All in hundredths of a point. */
export interface RulerPiece {
  readonly band: string;
  readonly zone: Zone | null;
  readonly from: number;
  readonly to: number;
  readonly official: boolean;
}

/** How far a score is from the bounds around it, in hundredths of a point. */
export interface Standing {
  readonly band: BandView;
  /** Points above the lower bound of its own band. */
  readonly above: number;
  /** The next higher band; null in the highest. */
  readonly next: { readonly band: BandView; readonly missing: number } | null;
  /** The next better zone where it is not the next band's; null if there is none or the year has no zones. */
  readonly nextZone: { readonly band: BandView; readonly zone: Zone; readonly missing: number } | null;
}

const FULL = 10_000;

function highestFirst(bands: readonly BandView[]): readonly BandView[] {
  return bands.toSorted((one, other) => parsePoints(other.lower) - parsePoints(one.lower));
}

/** The bands of a year as pieces of a ruler, lowest first. */
export function rulerPieces(bands: readonly BandView[]): readonly RulerPiece[] {
  const sorted = highestFirst(bands);
  return sorted
    .map((band, index) => {
      const above = sorted[index - 1];
      return {
        band: band.band,
        zone: band.zone,
        from: parsePoints(band.lower),
        to: above === undefined ? FULL : parsePoints(above.lower),
        official: band.official,
      };
    })
    .toReversed();
}

/** Where a score stands among the bands of its own year; undefined if no band begins at or below it. */
export function standingOf(score: string, bands: readonly BandView[]): Standing | undefined {
  const points = parsePoints(score);
  const sorted = highestFirst(bands);
  const at = sorted.findIndex((band) => parsePoints(band.lower) <= points);
  const band = sorted[at];
  if (band === undefined) return undefined;
  const missing = (target: BandView): number => parsePoints(target.lower) - points;
  const next = at > 0 ? sorted[at - 1] : undefined;
  const better = sorted.slice(0, at).findLast((candidate) => candidate.zone !== null && candidate.zone !== band.zone);
  const betterZone = better?.zone ?? null;
  return {
    band,
    above: points - parsePoints(band.lower),
    next: next === undefined ? null : { band: next, missing: missing(next) },
    nextZone:
      better === undefined || betterZone === null || better === next
        ? null
        : { band: better, zone: betterZone, missing: missing(better) },
  };
}

/** The scores a government known by zone or band only can have had, both ends included, in hundredths of a point. */
export function possibleScores(
  known: { readonly band: string | null; readonly zone: Zone | null },
  bands: readonly BandView[],
): readonly [number, number] | undefined {
  const fitting = rulerPieces(bands).filter((piece) =>
    known.band === null ? known.zone !== null && piece.zone === known.zone : piece.band === known.band,
  );
  const lowest = fitting[0];
  const highest = fitting.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  return [lowest.from, highest.to === FULL ? FULL : highest.to - 1];
}
