import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

/** The minute it is, in milliseconds: words like “hari ini” stay true while somebody looks at them. */
export function useNow(): number {
  return useSyncExternalStore(eachMinute, () => Math.floor(Date.now() / MINUTE) * MINUTE + MINUTE - 1);
}

function eachMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 4);
  return () => clearInterval(timer);
}
