import type { ReactElement } from 'react';

/** Nothing known here: a dash for the eye, the reason for a screen reader. */
export function Dash({ meaning }: { readonly meaning: string }): ReactElement {
  return (
    <span className="soft">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{meaning}</span>
    </span>
  );
}
