/** What the person would leave behind: the field counts its entries, the frame tells before it signs out. */
export interface Unsent {
  /** Kept on this device, and sent once its person is back. */
  readonly kept: number;
  /** In this page only, because the browser keeps nothing: gone when it is closed. */
  readonly onlyHere: number;
  /** On the screen only, because this device could not keep it though it keeps the rest. */
  readonly unkept: number;
  /** Photos and documents that are kept on this device and not at the server, those it turned away included. */
  readonly files: number;
  /** Photos and documents in this page only. */
  readonly filesOnlyHere: number;
}

const counts = new Set<() => Unsent>();

/** Registers somebody who keeps entries in this page; for good, as their store lives as long as the page. */
export function countUnsent(count: () => Unsent): void {
  counts.add(count);
}

export function unsentHere(): Unsent {
  const all = [...counts].map((count) => count());
  const sum = (of: keyof Unsent): number => all.reduce((total, one) => total + one[of], 0);
  return {
    kept: sum('kept'),
    onlyHere: sum('onlyHere'),
    unkept: sum('unkept'),
    files: sum('files'),
    filesOnlyHere: sum('filesOnlyHere'),
  };
}
