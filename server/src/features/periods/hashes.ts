import type { PeriodSettings } from '@patuh/shared/contracts/periods';
import { type PhaseDays, PHASES } from '@patuh/shared/domain/period';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

/** What the audit knows settings and days by: it holds no words. */

export function settingsHash(settings: PeriodSettings): string {
  return sha256Hex(canonicalText(settings));
}

/** Null where there are none. */
export function daysHash(days: readonly PhaseDays[]): string | null {
  if (days.length === 0) return null;
  const inOrder = days.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
  return sha256Hex(canonicalText(inOrder));
}
