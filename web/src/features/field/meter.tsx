import type { ReactElement } from 'react';

/** A bar beside figures that say the same; for the eye only. */
export function Meter({ answered, expected }: { readonly answered: number; readonly expected: number }): ReactElement {
  const share = expected === 0 ? 1 : answered / expected;
  const isFull = answered >= expected;
  return (
    <svg
      className={isFull ? 'meter meter--full' : 'meter'}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="meter__ground" width="100" height="4" />
      <rect className="meter__fill" width={Math.floor(share * 1000) / 10} height="4" />
    </svg>
  );
}
