/** How long to wait before trying again, in milliseconds. */

const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/**
 * Doubles with each failure in a row, and is spread over its upper half: the phones of a team that come back into the
 * network together do not all knock in the same second. `chance` is in [0, 1).
 */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 20));
  return Math.round(full * (0.5 + chance / 2));
}
