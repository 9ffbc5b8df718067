/** What would stay behind if the person left now: the field counts its entries, the frame asks before it signs out. */
const counts = new Set<() => number>();

/** Registers somebody who keeps entries in this page; for good, as their store lives as long as the page. */
export function countUnsent(count: () => number): void {
  counts.add(count);
}

/** Entries that only this page holds. */
export function unsentHere(): number {
  return [...counts].reduce((sum, count) => sum + count(), 0);
}
