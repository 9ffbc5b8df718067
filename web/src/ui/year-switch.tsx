import type { ReactElement } from 'react';

import { layoutText } from '../text/id/layout.ts';

interface YearSwitchProps {
  readonly years: readonly number[];
  readonly current: number;
  readonly hrefOf: (year: number) => string;
  /** Name of the navigation where a page has more than one. */
  readonly label?: string;
}

/** Links to the same page of other years, newest first as given. */
export function YearSwitch({ years, current, hrefOf, label = layoutText.years }: YearSwitchProps): ReactElement {
  return (
    <nav className="years" aria-label={label}>
      <ul>
        {years.map((year) => (
          <li key={year}>
            <a href={hrefOf(year)} {...(year === current ? { 'aria-current': 'page' as const } : {})}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
