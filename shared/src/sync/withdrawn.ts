import type { SubjectId } from '../domain/assessment.ts';
import type { FieldValue } from '../domain/change.ts';

/**
 * A user may take an interview back, at any time and for good (UU 27/2022 art. 9). From then on nothing of it counts or is
 * shown, on no device and in no office: only that there was one. What was stored stays sealed in the history until it is
 * purged.
 */

/** Whether an entry takes an interview back. */
export function isWithdrawal(entry: FieldValue): boolean {
  return entry.field === 'presence' && entry.value.state === 'withdrawn';
}

interface Placed {
  readonly subjectId: SubjectId;
  readonly current: { readonly entry: FieldValue };
}

/** Who withdrew. */
export function withdrawnIn(cells: readonly Placed[]): ReadonlySet<SubjectId> {
  return new Set(cells.filter(({ current }) => isWithdrawal(current.entry)).map(({ subjectId }) => subjectId));
}

/** The cells without what withdrawn users said; that they withdrew stays. */
export function withoutWithdrawn<Held extends Placed>(cells: readonly Held[]): readonly Held[] {
  const withdrawn = withdrawnIn(cells);
  if (withdrawn.size === 0) return cells;
  return cells.filter(({ subjectId, current }) => !withdrawn.has(subjectId) || isWithdrawal(current.entry));
}
