import { formatDate } from './number.ts';

/**
 * Moments as they are read on this device, in its own time zone; only for the app, which is not rendered on the server.
 */

/** `2026-11-22T05:45:00Z` → `22 November 2026 pukul 13.45 WITA`. */
export function formatMoment(iso: string): string {
  return `${formatDay(iso)} pukul ${formatTime(iso)}`;
}

/** `22 November 2026`. */
export function formatDay(iso: string): string {
  const moment = new Date(iso);
  const here = new Date(moment.getTime() - (moment.getTimezoneOffset() + WIB_OFFSET) * MINUTE_MS);
  return formatDate(here.toISOString());
}

/** `13.45 WITA`. */
export function formatTime(iso: string): string {
  const moment = new Date(iso);
  const offset = -moment.getTimezoneOffset();
  const zone = ZONES.get(offset);
  return `${two(moment.getHours())}.${two(moment.getMinutes())}${zone === undefined ? '' : ` ${zone}`}`;
}

/** formatDate counts days in WIB. */
const WIB_OFFSET = 420;
const MINUTE_MS = 60_000;

const ZONES: ReadonlyMap<number, string> = new Map([
  [420, 'WIB'],
  [480, 'WITA'],
  [540, 'WIT'],
]);

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** 1_530_000_000 → `1,5 GB`. */
export function formatBytes(bytes: number): string {
  const step = STEPS.find(([size]) => bytes >= size) ?? ([1, 'bita'] as const);
  const value = bytes / step[0];
  return `${value >= 100 || step[0] === 1 ? Math.round(value) : value.toFixed(1).replace('.', ',')} ${step[1]}`;
}

const STEPS: readonly (readonly [number, string])[] = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
];
