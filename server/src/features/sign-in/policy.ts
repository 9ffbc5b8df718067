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
