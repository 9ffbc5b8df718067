const MINUTE_MS = 60_000;

/** Typing errors are free; from here on every wrong attempt costs more than the one before. */
export const FREE_ATTEMPTS = 4;
const FIRST_WAIT_MS = 30_000;
/** Longer would only help those who lock others out. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** After a day without a wrong attempt the count begins again. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * MINUTE_MS;

/** How long nobody may try after so many wrong attempts in a row, in milliseconds. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - FREE_ATTEMPTS - 1, 20), LONGEST_WAIT_MS);
}

/** What a refresh token is worth against the session it belongs to. */
export type RefreshVerdict = 'over' | 'copied' | 'repeat' | 'next';

interface RefreshableSession {
  /** Number of the newest token that was handed out. */
  readonly generation: number;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly disabled_at: Date | null;
}

/**
 * The newest token gets the next. The one before gets the newest again: its answer was lost, or two pages asked at once.
 * Anything older was used after its successor was: somebody else has it. A token newer than the session knows comes
 * from before the database was restored from a backup, and goes on.
 */
export function judgeRefresh(
  session: RefreshableSession,
  given: { readonly generation: number; readonly now: Date; readonly idleMs: number },
): RefreshVerdict {
  const { now, generation, idleMs } = given;
  if (session.revoked_at !== null || session.disabled_at !== null) return 'over';
  if (session.expires_at <= now || session.last_seen_at.getTime() + idleMs <= now.getTime()) return 'over';
  if (generation >= session.generation) return 'next';
  return generation === session.generation - 1 ? 'repeat' : 'copied';
}
