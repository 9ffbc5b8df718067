import { useSyncExternalStore } from 'react';

/** As wide as the styles begin to set things side by side. */
const WIDE = window.matchMedia('(min-width: 75rem)');

/** Whether the table of contents has room beside the questions. On a phone it is not even drawn. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      WIDE.addEventListener('change', listener);
      return () => WIDE.removeEventListener('change', listener);
    },
    () => WIDE.matches,
  );
}
