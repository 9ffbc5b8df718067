import { TODAY_KINDS, type TodayKind } from './kinds.ts';

/** As much of something as its place among the others depends on. */
export interface Ranked {
  readonly kind: TodayKind;
  /** Until the first of them is due; negative: overdue. Null where no day is due. */
  readonly daysLeft: number | null;
}

/**
 * First things first: what is overdue, the longest first; then what is due today or tomorrow; then the rest, by what kind
 * of thing it is.
 */
export function rankToday<Item extends Ranked>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => urgency(a) - urgency(b) || kindOrder(a) - kindOrder(b));
}

const SOON = 1;
const NOT_SOON = SOON + 1;

function urgency({ daysLeft }: Ranked): number {
  return daysLeft === null || daysLeft > SOON ? NOT_SOON : daysLeft;
}

function kindOrder({ kind }: Ranked): number {
  return TODAY_KINDS.indexOf(kind);
}
