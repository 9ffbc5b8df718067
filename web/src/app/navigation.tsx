import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { appText } from '../text/id/app.ts';
import type { Area } from './areas.tsx';

interface NavigationProps {
  readonly areas: readonly Area[];
  readonly current: Area | undefined;
}

/** What one works with every day in a row; what is opened now and then behind one button at its end. */
export function Navigation({ areas, current }: NavigationProps): ReactElement {
  const often = areas.filter(({ isSeldom }) => !isSeldom);
  const seldom = areas.filter(({ isSeldom }) => isSeldom);
  // A single one needs no button in front of it.
  const row = seldom.length < 2 ? areas : often;
  const behind = seldom.length < 2 ? [] : seldom;
  const open = behind.find(({ path }) => path === current?.path);
  return (
    <nav className="site-nav" aria-label={appText.navigation}>
      <ul>
        {row.map((area) => (
          <Entry key={area.path} area={area} isCurrent={area.path === current?.path} />
        ))}
        {behind.length === 0 ? null : (
          <li>
            <details className="site-nav__more">
              <summary {...(open !== undefined && { 'aria-current': 'true' as const })}>
                {appText.moreAreas(open?.label)}
              </summary>
              <ul>
                {behind.map((area) => (
                  <Entry key={area.path} area={area} isCurrent={area === open} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Entry({
  area: { path, label },
  isCurrent,
}: {
  readonly area: Area;
  readonly isCurrent: boolean;
}): ReactElement {
  return (
    <li>
      <Link href={path} {...(isCurrent && { 'aria-current': 'true' as const })}>
        {label}
      </Link>
    </li>
  );
}
