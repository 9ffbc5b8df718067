import type { ReactElement } from 'react';

/** The sign of the house; the name stands beside it. */
export function Mark(): ReactElement {
  return (
    <svg className="site-header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1.5" y="1.5" width="29" height="29" rx="6" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="M8.500 16.500l5 5L23.500 11"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.500"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
