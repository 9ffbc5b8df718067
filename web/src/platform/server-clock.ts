import { remembered } from './remembered.ts';

/** By how many seconds the clock of this device was ahead of the server’s when they last spoke. */
const ahead = remembered('clock-ahead');

/** Seconds in which an answer travels, and which are no difference of clocks. */
const TRAVEL = 3;

export function heardAt(date: string | null): void {
  const then = Date.parse(date ?? '');
  if (Number.isNaN(then)) return;
  const seconds = Math.round((Date.now() - then) / 1_000);
  if (Math.abs(seconds - (clockAhead() ?? Number.POSITIVE_INFINITY)) > TRAVEL) ahead.keep(String(seconds));
}

/** Null where they never spoke. */
export function clockAhead(): number | null {
  const known = Number(ahead.read() ?? Number.NaN);
  return Number.isInteger(known) ? known : null;
}

/** What time it is for the server, as far as this device knows. */
export function serverNow(): Date {
  return new Date(Date.now() - (clockAhead() ?? 0) * 1_000);
}
