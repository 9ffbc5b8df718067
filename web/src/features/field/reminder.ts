/** When to remind somebody that answers have not left this device for a day. Moments in milliseconds, all by its clock. */

const DAY = 24 * 60 * 60_000;

interface Remembered {
  /** Since when something waits without a break; undefined when nothing does. */
  readonly unsentSince: number | undefined;
  /** When the last file of unsent answers was made. */
  readonly fileMadeAt: number | undefined;
  /** When the reminder was last put away. */
  readonly awayAt: number | undefined;
}

/**
 * After a day, and again every day. A moment ahead of the clock was written before the clock was set back: how long ago
 * it was nobody knows, so it silences nothing.
 */
export function isReminderDue({ unsentSince, fileMadeAt, awayAt }: Remembered, now: number): boolean {
  if (unsentSince === undefined || now - unsentSince <= DAY) return false;
  return !isWithinDay(fileMadeAt, now) && !isSameDay(awayAt, now);
}

function isWithinDay(at: number | undefined, now: number): boolean {
  return at !== undefined && at <= now && now - at <= DAY;
}

function isSameDay(at: number | undefined, now: number): boolean {
  return at !== undefined && at <= now && new Date(at).toDateString() === new Date(now).toDateString();
}

/**
 * Since when something waits, to be remembered from now on; undefined when nothing does. `oldest` is when the oldest
 * waiting answer says it was made. Counted from when this device first noticed: a clock that was a year ahead begins to
 * count anew once it is mended.
 */
export function waitsSince(
  remembered: number | undefined,
  oldest: number | undefined,
  now: number,
): number | undefined {
  if (oldest === undefined) return undefined;
  const noticed = remembered === undefined || remembered > now ? now : remembered;
  return oldest > now ? noticed : Math.max(noticed, oldest);
}
