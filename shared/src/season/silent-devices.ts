/** Which devices of a season are to be asked about: what they hold may be nowhere else. */

/** Whole days without a word after which somebody calls. */
export const SILENT_DAYS = 2;

/** A device of somebody in a team, or somebody of whom no device was ever heard. Moments are ISO. */
export interface SeasonContact {
  /** Null: never. */
  readonly heardAt: string | null;
  /** What it said it could not send when it was last heard from. */
  readonly waiting: number;
  readonly filesWaiting: number;
  /** The one that the person used last. */
  readonly isNewest: boolean;
  /** Units of the person’s teams that were begun and not handed in. */
  readonly unitsBegun: number;
}

/** Whole days since a moment; 0 where it lies ahead. */
export function daysSince(moment: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(moment)) / DAY_MS));
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Whether somebody should call: nothing was heard for days though work waits there, or though the person’s team is in the
 * middle of a unit. A device that the person laid aside with nothing on it is nobody’s concern.
 */
export function isSilent(
  { heardAt, waiting, filesWaiting, isNewest, unitsBegun }: SeasonContact,
  now: number,
): boolean {
  if (heardAt === null) return unitsBegun > 0;
  if (daysSince(heardAt, now) < SILENT_DAYS) return false;
  return waiting > 0 || filesWaiting > 0 || (isNewest && unitsBegun > 0);
}
