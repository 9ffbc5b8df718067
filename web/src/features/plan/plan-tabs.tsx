import type { PeriodView } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { planText as text } from '../../text/id/plan.ts';
import { dutiesPath, lotPath, periodPath, teamsPath, unitsPath } from './paths.ts';

export type PlanTab = 'period' | 'units' | 'teams' | 'duties' | 'lot';

interface PlanTabsProps {
  readonly period: Pick<PeriodView, 'id' | 'kind'>;
  readonly tab: PlanTab;
  readonly province: string | undefined;
}

/** The pages of one period; only a season has second visits. */
export function PlanTabs({ period, tab, province }: PlanTabsProps): ReactElement {
  const tabs: readonly (readonly [PlanTab, string])[] = [
    ['period', periodPath(period.id, province)],
    ['units', unitsPath(period.id, province)],
    ['teams', teamsPath(period.id, province)],
    ['duties', dutiesPath(period.id, province)],
    ...(period.kind === 'season' ? [['lot', lotPath(period.id, province)] as const] : []),
  ];
  return (
    <nav className="plan-tabs" aria-label={text.tabsLabel}>
      <ul>
        {tabs.map(([name, href]) => (
          <li key={name}>
            <Link href={href} aria-current={name === tab ? 'page' : undefined}>
              {text.tabs[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
