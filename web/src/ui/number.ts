/**
 * Figures as Indonesian readers write them: 82,65 · 54,55 % · 64.779 · 22 November 2026. Written by hand and not with
 * `Intl`, because server and browser may carry different locale data and the page must hydrate to the same text.
 */

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** WIB: the office that publishes sits in Jakarta. */
const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;

/** `"82.65"` → `82,65`. */
export function formatScore(points: string): string {
  return points.replace('.', ',');
}

/** `"54.55"` → `54,55 %`. */
export function formatPercent(percent: string): string {
  return `${formatScore(percent)} %`;
}

/** 64779 → `64.779`. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}

/** Signed difference in hundredths of a point: 917 → `+9,17`, -85 → `−0,85`. */
export function formatDifference(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : '±';
  return `${sign}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** `Date.parse` alone would read "akhir 2024" as a day. */
const ISO = /^\d{4}-\d{2}-\d{2}/;

/** ISO time → `22 November 2026` in Jakarta time. Text that is no time is returned as it came. */
export function formatDate(iso: string): string {
  const time = ISO.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) return iso;
  const date = new Date(time + WIB_OFFSET_MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** `"82.65"` → 8265: exact, for sorting and differences. */
export function toHundredths(points: string): number {
  return Number(points.replace('.', ''));
}
